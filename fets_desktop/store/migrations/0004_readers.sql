-- Cases: who is to read them. Versions: why one was signed off in spite of the check-list's remarks.
-- Readings: a second reader at work who must not see what others drew.

ALTER TABLE cases ADD COLUMN assigned TEXT NOT NULL DEFAULT '';
ALTER TABLE annotations ADD COLUMN approved_reason TEXT NOT NULL DEFAULT '';

CREATE TABLE readings (
    case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    reader TEXT NOT NULL,
    start TEXT NOT NULL,
    since TEXT NOT NULL
);
