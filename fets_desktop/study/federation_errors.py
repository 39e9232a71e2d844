"""What people read when a federation does not go on: code, kind, title, advice."""

INPUT, SITE, PEER = 3, 4, 5
"""Values of `study.errors.ErrorKind`, which takes these rows in."""

FEDERATION_ERRORS: tuple[tuple[str, int, str, str], ...] = (
    (
        "federation-unreachable",
        PEER,
        "The federation's server could not be reached",
        "Ask IT whether this computer may connect to its address and port; nothing is lost, and it is tried again.",
    ),
    (
        "federation-insecure",
        PEER,
        "No connection that can be trusted could be made to the federation's server",
        "Send nothing; read the message to the federation's owner, who can mend it. Then let it go on.",
    ),
    (
        "federation-denied",
        PEER,
        "The federation's server does not accept this site",
        "Ask the federation's owner whether the certificate is still valid and the site is in the plan.",
    ),
    (
        "federation-plan",
        PEER,
        "The federation's server follows another plan than the one agreed here",
        "Ask the owner for a new invitation, read the plan and agree again, or leave the federation.",
    ),
    (
        "federation-model",
        PEER,
        "The model that came from the federation's server is not what was agreed",
        "Tell the federation's owner; nothing was trained with it and nothing was sent.",
    ),
    (
        "federation-certificate",
        SITE,
        "This site's certificate for the federation cannot be used",
        "Ask the federation's owner for a new certificate: make a new request from the invitation. Take the answer in, "
        "and let it go on.",
    ),
    (
        "federation-invitation",
        INPUT,
        "The invitation cannot be used",
        "Ask the federation's owner to send the file again, and compare its fingerprint over the telephone.",
    ),
    (
        "federation-unknown",
        INPUT,
        "There is no such federation here",
        "Open its invitation first.",
    ),
    (
        "split-frozen",
        SITE,
        "The split stays as it is while a federation goes on",
        "Approved cases wait for their side until the federation has ended, or this site has left it.",
    ),
    (
        "bad-split",
        INPUT,
        "The split cannot be taken in from these files",
        "Choose the folder with train.csv and val.csv; each has a column data_uid. Nothing was changed.",
    ),
    (
        "federation-ethics",
        INPUT,
        "The ethics approval is missing",
        "Give its number and date; without them no site joins.",
    ),
    (
        "federation-request",
        INPUT,
        "The request for a certificate cannot be granted",
        "Compare the site's name and the fingerprint with the site, over the telephone.",
    ),
    (
        "federation-founding",
        INPUT,
        "The federation cannot be founded so",
        "Put right what is named, and found it again.",
    ),
    (
        "federation-folder",
        INPUT,
        "The folder is not that of a federation",
        "Choose the folder that `federation new` made, or an empty one for a new federation.",
    ),
    (
        "federation-server",
        SITE,
        "The federation's server could not be started",
        "Read why; its environment is made by installers/aggregator.sh.",
    ),
    (
        "federation-round",
        INPUT,
        "This round's model cannot be published",
        "Wait for further rounds, or name another round that was kept.",
    ),
)
