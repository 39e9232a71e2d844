-- Forgetting a patient: a version may go only together with its whole case, and what is to be destroyed on the disk is
-- noted in the same transaction, so that a power cut leaves no file that nobody knows of any more.

CREATE TABLE forgotten (case_id TEXT PRIMARY KEY);
CREATE TABLE doomed (path TEXT PRIMARY KEY);

DROP TRIGGER annotations_stay;

CREATE TRIGGER annotations_stay
BEFORE DELETE ON annotations
WHEN NOT EXISTS (SELECT 1 FROM forgotten WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'a version is removed only with its whole case'); END;

-- files that a case had under a name and has no more: made anew, corrected; they are the patient's all the same
-- (asked for, not "OR IGNORE": SQLite lets the rule of the statement that fires a trigger win)
CREATE TABLE former_files (
    case_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    suffix TEXT NOT NULL,
    PRIMARY KEY (case_id, sha256, suffix)
);

CREATE TRIGGER products_leave AFTER DELETE ON products
BEGIN
    INSERT INTO former_files SELECT OLD.case_id, OLD.sha256, OLD.suffix WHERE NOT EXISTS (
        SELECT 1 FROM former_files WHERE case_id = OLD.case_id AND sha256 = OLD.sha256 AND suffix = OLD.suffix
    );
END;

CREATE TRIGGER products_change AFTER UPDATE OF sha256, suffix ON products
BEGIN
    INSERT INTO former_files SELECT OLD.case_id, OLD.sha256, OLD.suffix WHERE NOT EXISTS (
        SELECT 1 FROM former_files WHERE case_id = OLD.case_id AND sha256 = OLD.sha256 AND suffix = OLD.suffix
    );
END;

CREATE TRIGGER series_leave AFTER DELETE ON series WHEN OLD.sha256 IS NOT NULL
BEGIN
    INSERT INTO former_files SELECT OLD.case_id, OLD.sha256, OLD.suffix WHERE NOT EXISTS (
        SELECT 1 FROM former_files WHERE case_id = OLD.case_id AND sha256 = OLD.sha256 AND suffix = OLD.suffix
    );
END;

-- of what lost its name before this was noted nobody can say whose it was: it goes with the first who is forgotten
INSERT INTO former_files
SELECT '', sha256, suffix FROM files
WHERE suffix NOT IN ('.safetensors', '.fetsmodel')
AND (sha256, suffix) NOT IN (SELECT sha256, suffix FROM series WHERE sha256 IS NOT NULL)
AND (sha256, suffix) NOT IN (SELECT sha256, suffix FROM products)
AND (sha256, suffix) NOT IN (SELECT sha256, suffix FROM annotations)
AND (sha256, suffix) NOT IN (SELECT sha256, suffix FROM models);
