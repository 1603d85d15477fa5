-- Who decides, by what, in which order, against whom.

CREATE TABLE influence (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    "from" TEXT NOT NULL REFERENCES person (id),
    "to" TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    strength INTEGER,
    note TEXT
) STRICT;

CREATE TABLE decision (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    seq INTEGER,
    name TEXT NOT NULL,
    dept TEXT,
    person TEXT REFERENCES person (id),
    due TEXT,
    method TEXT,
    state TEXT NOT NULL,
    done_on TEXT,
    notes TEXT
) STRICT;

CREATE TABLE factor (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    name TEXT NOT NULL,
    class TEXT NOT NULL,
    formal INTEGER,
    mandatory INTEGER NOT NULL,
    missed_by_customer INTEGER NOT NULL,
    rank INTEGER,
    set_by TEXT,
    person TEXT,
    tactic TEXT,
    notes TEXT
) STRICT;

CREATE TABLE competitor (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    name TEXT NOT NULL,
    strengths TEXT,
    weaknesses TEXT,
    domain TEXT,
    tags TEXT,
    notes TEXT
) STRICT;

CREATE TABLE fit (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    factor TEXT NOT NULL REFERENCES factor (id),
    competitor TEXT REFERENCES competitor (id),
    fit INTEGER NOT NULL,
    note TEXT
) STRICT;

CREATE TABLE rival (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    competitor TEXT NOT NULL REFERENCES competitor (id),
    incumbent INTEGER NOT NULL,
    strategy TEXT,
    threat INTEGER,
    note TEXT
) STRICT;

CREATE TABLE cost (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    on_day TEXT,
    hours INTEGER,
    amount INTEGER,
    currency TEXT NOT NULL,
    note TEXT
) STRICT;

CREATE INDEX influence_opportunity ON influence (opportunity);
CREATE INDEX decision_opportunity ON decision (opportunity);
CREATE INDEX decision_due ON decision (due) WHERE due IS NOT NULL;
CREATE INDEX factor_opportunity ON factor (opportunity);
CREATE INDEX fit_opportunity ON fit (opportunity);
CREATE INDEX rival_opportunity ON rival (opportunity);
CREATE INDEX cost_opportunity ON cost (opportunity);

CREATE VIRTUAL TABLE search_competitor USING fts5 (
    keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
