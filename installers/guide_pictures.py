"""Pictures of the running window for the user guide, of a demo patient alone.

    .venv/bin/python installers/guide_pictures.py

A demo workspace is made in build/guide by the program's own command if there is none yet (minutes); no other workspace
can be named, so that no patient enters a document. Each place of the window is opened on it and written, small, to
docs/pictures/guide.
"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fets_desktop.app.hall import Hall
from fets_desktop.ui.application import make_application
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.shell import MainWindow

ROOT = Path(__file__).resolve().parents[1]
DEMO, TO = ROOT / "build/guide", ROOT / "docs/pictures/guide"
_SIZE, _WIDTH, _COLOURS = (1366, 768), 1000, 256
_WITH_A_CASE = ("prepare", "review")
_OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "VTK_DEFAULT_OPENGL_WINDOW": "vtkEGLRenderWindow"}
_PAUSE_MS, _PATIENCE = 600, 100


def write_small(picture: QImage, file: Path) -> None:
    """Write a picture as a document takes it: narrower, and of few colours, chosen for it."""
    narrow = picture.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    plain = narrow.convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)[..., :3]
    Image.fromarray(pixels).quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        file, optimize=True
    )


def draw(app: QApplication, hall: Hall, to: Path) -> list[Path]:
    """Write a picture of every place and return the files."""
    window = MainWindow(hall)
    window.resize(*_SIZE)
    window.show()
    case = hall.cases.all()[0].id
    made = []
    for place in PLACES:
        window.open_place(place.name, case if place.name in _WITH_A_CASE else "")
        QTest.qWait(_PAUSE_MS)
        if place.name == "review":
            wait_for_images(window)
        file = to / f"{place.name}.png"
        write_small(window.grab().toImage(), file)
        made.append(file)
    window.close()
    app.processEvents()
    return made


def wait_for_images(window: MainWindow) -> None:
    """Wait until the case's images, which are read beside the window, are shown, its 3-D pane too.

    Raises:
        SystemExit: If they never are.
    """
    review = window.screen_of("review")
    for _ in range(_PATIENCE):
        QTest.qWait(_PAUSE_MS)
        if review.desk.session is not None and review.viewer.view3d.drawn:  # type: ignore[attr-defined]
            QTest.qWait(_PAUSE_MS)
            return
    raise SystemExit("The case did not open.")


def main() -> int:
    """Draw, and tell how large the pictures are together."""
    if not _OFF_SCREEN.items() <= os.environ.items():
        # Qt and VTK read these once, when they are loaded
        return subprocess.run([sys.executable, __file__], env=os.environ | _OFF_SCREEN, check=False).returncode
    if not (DEMO / "facts.db").exists():
        subprocess.run([sys.executable, "-m", "fets_desktop", "demo", "--workspace", str(DEMO)], cwd=ROOT, check=True)
    TO.mkdir(parents=True, exist_ok=True)
    app = make_application()
    with Hall(DEMO) as hall:
        made = draw(app, hall, TO)
    print(f"{len(made)} pictures, {sum(file.stat().st_size for file in made) / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
