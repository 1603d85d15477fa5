-- What was said last time: who was at a visit, and the indexes by which a timeline finds its entries.

CREATE TABLE guest (
    person TEXT NOT NULL,
    visit INTEGER NOT NULL,
    PRIMARY KEY (person, visit)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO guest (person, visit)
SELECT one.value, visit.no FROM visit, json_each('["' || replace(visit.who, ',', '","') || '"]') AS one
WHERE visit.who IS NOT NULL;

-- Kept by the book itself, so that no way of writing a visit can forget it.
CREATE TRIGGER visit_guests AFTER INSERT ON visit WHEN NEW.who IS NOT NULL BEGIN
INSERT OR IGNORE INTO guest (person, visit)
SELECT one.value, NEW.no FROM json_each('["' || replace(NEW.who, ',', '","') || '"]') AS one;
END;

CREATE TRIGGER visit_guests_changed AFTER UPDATE OF who ON visit BEGIN
DELETE FROM guest WHERE visit = NEW.no
AND person IN (SELECT one.value FROM json_each('["' || replace(ifnull(OLD.who, ''), ',', '","') || '"]') AS one);
INSERT OR IGNORE INTO guest (person, visit)
SELECT one.value, NEW.no FROM json_each('["' || replace(NEW.who, ',', '","') || '"]') AS one
WHERE NEW.who IS NOT NULL;
END;

CREATE INDEX batch_undo ON batch (undo_of) WHERE undo_of IS NOT NULL;
CREATE INDEX todo_account ON todo (account) WHERE account IS NOT NULL;
CREATE INDEX todo_person ON todo (person) WHERE person IS NOT NULL;
CREATE INDEX answer_source ON answer (source) WHERE source IS NOT NULL;
CREATE INDEX decision_person ON decision (person) WHERE person IS NOT NULL;
