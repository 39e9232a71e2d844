"""What people read about backups and about parts that a package leaves out: code, kind, title, advice."""

INPUT, SITE = 3, 4
"""Values of `study.errors.ErrorKind`, which takes these rows in."""

CUSTODY_ERRORS: tuple[tuple[str, int, str, str], ...] = (
    (
        "no-backup",
        INPUT,
        "There is no whole backup in that folder",
        "Choose the folder that holds backup.json. A backup that was cut off has none: make it again.",
    ),
    (
        "backup-damaged",
        INPUT,
        "The backup is damaged",
        "Nothing was changed by the attempt. Use an older backup, or a copy of this one from another disk.",
    ),
    (
        "backup-folder",
        SITE,
        "That folder cannot be used for this",
        "Choose a folder that is empty or not there yet, outside the workspace.",
    ),
    (
        "no-training",
        SITE,
        "This package of the program does not train",
        "Ask IT to install the package fets-desktop-training. Review and segmentation work without it.",
    ),
)
