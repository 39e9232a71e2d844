"""Draw the program's icon for Windows and macOS from the one drawing, Linux's: .venv/bin/python installers/icons.py.

Both are containers of PNG pictures of several sizes. They lie in the templates, and Briefcase leaves them as they are.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

TEMPLATES = Path(__file__).resolve().parent / "templates"
SIZES_ICO = (16, 24, 32, 48, 64, 128, 256)
KINDS_ICNS = {"ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512, "ic10": 1024}
"""What macOS calls a PNG of so many pixels; those with twins are for screens of double density."""
WINDOWS = TEMPLATES / "windows/{{ cookiecutter.format }}/icon.ico"
MACOS = (
    TEMPLATES / "macos/{{ cookiecutter.format }}/{{ cookiecutter.formal_name }}.app/Contents/Resources"
    "/{{ cookiecutter.app_name }}.icns"
)


def drawing() -> bytes:
    """Return the drawing (SVG) that Linux has."""
    (file,) = (TEMPLATES / "linux").rglob("*.svg")
    return file.read_bytes()


def picture(svg: bytes, size: int) -> bytes:
    """Return a drawing as a square PNG.

    Args:
        svg: The drawing.
        size: Of an edge, in pixels.
    """
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(svg: bytes) -> bytes:
    """Return a drawing as an icon of Windows: a list of where each picture lies, then the pictures."""
    pictures = [picture(svg, size) for size in SIZES_ICO]
    offset = 6 + 16 * len(pictures)
    listed = struct.pack("<HHH", 0, 1, len(pictures))
    for size, content in zip(SIZES_ICO, pictures, strict=True):
        # an edge of 256 pixels is written as 0; no palette, one plane, 32 bits a pixel
        listed += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return listed + b"".join(pictures)


def icns(svg: bytes) -> bytes:
    """Return a drawing as an icon of macOS: pictures one after another, each behind its kind and length."""
    parts = []
    for kind, size in KINDS_ICNS.items():
        content = picture(svg, size)
        parts.append(kind.encode() + struct.pack(">I", 8 + len(content)) + content)
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> None:
    """Write both into the templates."""
    svg = drawing()
    WINDOWS.write_bytes(ico(svg))
    MACOS.write_bytes(icns(svg))


if __name__ == "__main__":
    main()
