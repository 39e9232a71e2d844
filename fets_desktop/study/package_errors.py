"""What people read when a review package is not taken in: code, kind, title, advice."""

INPUT = 3
"""A value of `study.errors.ErrorKind`, which takes these rows in."""

PACKAGE_ERRORS: tuple[tuple[str, int, str, str], ...] = (
    (
        "bad-package",
        INPUT,
        "The review package cannot be used",
        "Ask for the file again; nothing of it was taken in.",
    ),
    (
        "other-package",
        INPUT,
        "The review package does not belong to what is here",
        "Take it to the computer that it was made for; its help page says which one that is. Nothing was changed.",
    ),
    (
        "known-package",
        INPUT,
        "Everything in the review package is here already",
        "Nothing is left to do; look at the case's versions.",
    ),
)
