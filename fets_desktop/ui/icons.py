"""The bundled SVG icons, tinted with the theme's colours and crisp on every screen."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from fets_desktop.study.resources import resource

_SIZES = (16, 18, 20, 24, 32, 48, 64)
_NAME, _ROLE, _SIZE = "iconName", "iconRole", "iconSize_"


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def tinted(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a pixmap in a colour.

    Args:
        name: File name without ".svg".
        colour: "#rrggbb".
        size: Width and height in device-independent pixels.
        ratio: Device pixels for each of them.

    Raises:
        StudyError: "missing-resource" if there is no such icon.
    """
    svg = _source(name).replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.8"')
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: str) -> QIcon:
    """Return an icon of all the sizes that the desktop may ask for."""
    built = QIcon()
    for size in _SIZES:
        built.addPixmap(tinted(name, colour, size))
    return built


def _button_icon(name: str, colour: str, disabled: str, size: int) -> QIcon:
    """Return an icon of one size, as crisp as the screens there are; all sizes would cost a tenth of the start."""
    built = QIcon()
    for ratio in sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}):
        built.addPixmap(tinted(name, colour, size, ratio))
        built.addPixmap(tinted(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return built


def set_icon(
    widget: QAbstractButton | QLabel, name: str, role: str, hex_of: Callable[[str], str], size: int = 16
) -> None:
    """Show an icon on a button or label, to be tinted anew when the theme changes.

    Args:
        widget: Takes the icon.
        name: File name without ".svg".
        role: A colour role of the theme.
        hex_of: Gives a role's colour.
        size: Width and height in device-independent pixels.
    """
    widget.setProperty(_NAME, name)
    widget.setProperty(_ROLE, role)
    widget.setProperty(_SIZE, size)
    _show(widget, hex_of)


def _show(widget: QWidget, hex_of: Callable[[str], str]) -> None:
    name, role, size = (widget.property(key) for key in (_NAME, _ROLE, _SIZE))
    if isinstance(widget, QAbstractButton):
        widget.setIcon(_button_icon(name, hex_of(role), hex_of("closed"), size))
        widget.setIconSize(QSize(size, size))
    elif isinstance(widget, QLabel):
        widget.setPixmap(tinted(name, hex_of(role), size, widget.devicePixelRatioF()))


def retint(root: QWidget, hex_of: Callable[[str], str]) -> None:
    """Tint every icon below a widget in the theme's present colours."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.property(_NAME):
            _show(widget, hex_of)
