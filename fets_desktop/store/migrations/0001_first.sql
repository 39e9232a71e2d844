-- The first schema: cases and what was made of them, models, jobs, and the audit that only grows.

CREATE TABLE files (
    sha256 TEXT NOT NULL,
    suffix TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (sha256, suffix)
);

CREATE TABLE cases (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    patient TEXT NOT NULL,
    stage TEXT NOT NULL,
    scan_date TEXT NOT NULL,
    created TEXT NOT NULL,
    flag TEXT NOT NULL
);

CREATE TABLE series (
    case_id TEXT NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    sha256 TEXT,
    suffix TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (case_id, id),
    FOREIGN KEY (sha256, suffix) REFERENCES files (sha256, suffix)
);

CREATE TABLE products (
    case_id TEXT NOT NULL REFERENCES cases (id),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    suffix TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (case_id, name),
    FOREIGN KEY (sha256, suffix) REFERENCES files (sha256, suffix)
);

CREATE TABLE findings (
    case_id TEXT NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
);

CREATE TABLE annotations (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    number INTEGER NOT NULL,
    parent TEXT REFERENCES annotations (id),
    sha256 TEXT NOT NULL,
    suffix TEXT NOT NULL,
    body TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    approved_at TEXT NOT NULL,
    UNIQUE (case_id, number),
    FOREIGN KEY (sha256, suffix) REFERENCES files (sha256, suffix)
);

CREATE TRIGGER annotations_never_change
BEFORE UPDATE OF id, case_id, number, parent, sha256, suffix, body ON annotations
BEGIN SELECT RAISE(ABORT, 'a version is never changed, only signed off'); END;

CREATE TRIGGER annotations_stay
BEFORE DELETE ON annotations
BEGIN SELECT RAISE(ABORT, 'a version is never removed'); END;

CREATE TABLE splits (number INTEGER PRIMARY KEY, body TEXT NOT NULL);

CREATE TABLE models (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    card TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    suffix TEXT NOT NULL,
    current INTEGER NOT NULL,
    created TEXT NOT NULL,
    FOREIGN KEY (sha256, suffix) REFERENCES files (sha256, suffix)
);

CREATE UNIQUE INDEX one_current_model ON models (current) WHERE current = 1;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE jobs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
);

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;

CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;

-- the newest row's number and hash, so that rows cut off at the end are missed
CREATE TABLE audit_end (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, hash TEXT NOT NULL);
