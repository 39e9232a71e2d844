"""Paints until it is killed, and says after every edit how many there are and what the label map holds."""

import hashlib
import itertools
import sys
from pathlib import Path

from fets_desktop.app.hall import Hall
from fets_desktop.review.brush import Brush


def paint(folder: Path, case: str) -> None:
    """Stroke after stroke through the tumour and beside it, now and then an undo or a redo."""
    with Hall(folder) as hall:
        editor = hall.reviewing.open(case).editor
        edits = 0
        for number in itertools.count():
            if number % 7 == 5:
                patch = editor.undo()
            elif number % 7 == 6:
                patch = editor.redo()
            else:
                editor.begin("Brush", Brush((1, 2, 4)[number % 3], 5.0))
                for step in range(4):
                    x = 60.0 + number * 7 % 120 + step
                    editor.dab((x, 80.0 + number * 5 % 90, 60.0 + number % 20))
                patch = editor.end()
            if patch is not None:
                edits += 1
                print(edits, hashlib.sha256(editor.labels.array.tobytes()).hexdigest(), flush=True)


if __name__ == "__main__":
    paint(Path(sys.argv[1]), sys.argv[2])
