"""What people read about backups, encrypted images, and parts that a package leaves out: code, kind, title, advice."""

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
        "lost-image-key",
        SITE,
        "The key to this workspace's encrypted images cannot be found",
        "Bring the system keyring back, or use the recovery file: fets-desktop workspace recover FILE.",
    ),
    (
        "no-private-memory",
        SITE,
        "There is no room in memory for opened images",
        "Close other programs, or ask IT to enlarge /dev/shm; encrypted images are opened nowhere else.",
    ),
    (
        "images-busy",
        SITE,
        "The images are in use",
        "Begin when no job is at work; they cannot be encrypted or decrypted meanwhile.",
    ),
    (
        "no-training",
        SITE,
        "This package of the program does not train",
        "Ask IT to install the package fets-desktop-training. Review and segmentation work without it.",
    ),
)
