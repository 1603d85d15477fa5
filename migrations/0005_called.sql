-- What records are called, in the spelling by which names are compared; kept by the write door.
CREATE TABLE called (
    noun TEXT NOT NULL,
    spelling TEXT NOT NULL,
    no INTEGER NOT NULL,
    PRIMARY KEY (noun, spelling, no)
) STRICT, WITHOUT ROWID;

CREATE INDEX called_no ON called (noun, no);
