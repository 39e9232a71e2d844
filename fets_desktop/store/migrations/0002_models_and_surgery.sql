-- Models: where they came from, who signed them, whether they are retired; signers that a person trusts.
-- Cases: whether the scans were taken before or after surgery, as a person said; '' as long as nobody did.

ALTER TABLE models ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN signer TEXT NOT NULL DEFAULT '';
ALTER TABLE models ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;

CREATE TABLE signers (
    fingerprint TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    since TEXT NOT NULL
);

ALTER TABLE cases ADD COLUMN surgery TEXT NOT NULL DEFAULT '';
