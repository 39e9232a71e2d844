"""What is loaded late comes when it is used, or all of it when the window has time."""

import subprocess
import sys


def test_what_was_put_off_is_fetched_in_the_background() -> None:
    code = (
        "import sys; import fets_desktop.review.measures; from fets_desktop.imaging.late import fetch; "
        "print('scipy.ndimage' in sys.modules); fetch().join(); print('scipy.ndimage' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
