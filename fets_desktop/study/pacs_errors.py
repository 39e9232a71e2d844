"""What people read when the hospital's network does not do what they want: code, kind, title, advice."""

INPUT, SITE, PEER = 3, 4, 5
"""Values of `study.errors.ErrorKind`, which takes these rows in."""

PACS_ERRORS: tuple[tuple[str, int, str, str], ...] = (
    (
        "pacs-unreachable",
        PEER,
        "The PACS could not be reached",
        "Check its address and port in Settings, and ask IT whether this computer may connect to it.",
    ),
    (
        "pacs-insecure",
        PEER,
        "No protected connection to the PACS could be made",
        "Ask IT for the right certificates, and enter them in Settings.",
    ),
    (
        "pacs-refused",
        PEER,
        "The PACS refused to talk to this program",
        "Ask IT to enter this computer and its AE title, or user, at the PACS; compare them with Settings.",
    ),
    (
        "pacs-silent",
        PEER,
        "The PACS broke off or did not answer",
        "Try again; only what is missing is fetched. If it happens again, ask IT to look at the PACS.",
    ),
    (
        "pacs-failed",
        PEER,
        "The PACS could not do what was asked of it",
        "Read why; if it is not clear, ask IT to look at the log of the PACS.",
    ),
    (
        "pacs-settings",
        SITE,
        "A PACS cannot be used as it is entered in Settings",
        "Correct it in Settings, under Hospital network, and test it there.",
    ),
    (
        "pacs-port",
        SITE,
        "Images cannot be received at this port",
        "Choose another port, or close the program that uses it; ports below 1024 need special rights.",
    ),
    ("pacs-unknown", INPUT, "There is no PACS of that name", "See `pacs nodes`, or Settings, for the names."),
    ("pacs-empty", INPUT, "The PACS has nothing of that kind", "Ask with other words; a * stands for any letters."),
    (
        "pacs-identity",
        INPUT,
        "The patient's identity is not given away here",
        "Only the site's own PACS may get it: mark it so in Settings, or send under the pseudonym.",
    ),
)
