-- Visits, to-dos, and the rituals of the week.

CREATE TABLE visit (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    account TEXT REFERENCES account (id),
    opportunity TEXT REFERENCES opp (id),
    type TEXT NOT NULL,
    who TEXT,
    what TEXT,
    why TEXT,
    why_measure TEXT,
    why_kind TEXT,
    "where" TEXT,
    "when" TEXT,
    lasts INTEGER,
    until TEXT,
    zone TEXT,
    our_team TEXT,
    agenda TEXT,
    steps TEXT,
    status TEXT NOT NULL,
    result TEXT,
    customer_did INTEGER,
    aims_moved TEXT,
    notes TEXT,
    hours INTEGER,
    cost INTEGER,
    currency TEXT NOT NULL,
    success_probability INTEGER,
    plan_month TEXT,
    next_step TEXT,
    next_on TEXT,
    owner TEXT,
    tags TEXT,
    external_id TEXT,
    extra TEXT
) STRICT;

CREATE TABLE todo (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    due TEXT,
    wait_until TEXT,
    waiting_on TEXT,
    priority TEXT,
    account TEXT REFERENCES account (id),
    opportunity TEXT REFERENCES opp (id),
    person TEXT REFERENCES person (id),
    visit TEXT REFERENCES visit (id),
    owner TEXT,
    tags TEXT,
    notes TEXT,
    recur TEXT,
    series TEXT,
    occurrence TEXT,
    carried INTEGER NOT NULL,
    week TEXT,
    done_at TEXT,
    external_id TEXT,
    extra TEXT
) STRICT;

CREATE TABLE review (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    ritual TEXT NOT NULL,
    on_day TEXT,
    period TEXT,
    account TEXT REFERENCES account (id),
    verdict TEXT,
    reason TEXT,
    idea TEXT,
    notes TEXT,
    author TEXT
) STRICT;

-- How a deal was judged before a batch changed that, or before a day did, after the batch that was then the last.
CREATE TABLE judged (
    batch INTEGER NOT NULL,
    no INTEGER NOT NULL,
    day TEXT NOT NULL,
    p_calc INTEGER NOT NULL,
    flags TEXT,
    PRIMARY KEY (batch, no, day)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX visit_external ON visit (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX todo_external ON todo (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX todo_series ON todo (series, occurrence) WHERE series IS NOT NULL;

CREATE INDEX visit_when ON visit ("when", status) WHERE gone = 0;
CREATE INDEX visit_open ON visit ("when") WHERE gone = 0 AND status IN ('planned', 'ready');
CREATE INDEX visit_account ON visit (account, "when");
CREATE INDEX visit_opportunity ON visit (opportunity, "when");
CREATE INDEX todo_due ON todo (
    ifnull(due, '9999'), CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 3 ELSE 2 END, no,
    wait_until, waiting_on
) WHERE gone = 0 AND state = 'open';
CREATE INDEX todo_priority ON todo (
    CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 3 ELSE 2 END, ifnull(due, '9999'), no,
    wait_until, waiting_on
) WHERE gone = 0 AND state = 'open';
CREATE INDEX todo_waiting ON todo (
    ifnull(due, '9999'), CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 WHEN 'low' THEN 3 ELSE 2 END, no,
    wait_until, waiting_on
) WHERE gone = 0 AND state = 'open' AND (waiting_on IS NOT NULL OR wait_until IS NOT NULL);
CREATE INDEX todo_done ON todo (ifnull(done_at, ''), no) WHERE gone = 0 AND state <> 'open';
CREATE INDEX todo_opportunity ON todo (opportunity) WHERE opportunity IS NOT NULL;
CREATE INDEX review_ritual ON review (ritual, on_day) WHERE gone = 0;
CREATE INDEX review_account ON review (account, on_day) WHERE gone = 0 AND account IS NOT NULL;
-- By the day of the next review; those without a day come first.
CREATE INDEX account_key ON account (ifnull(next_review_on, ''))
    WHERE gone = 0 AND (key_since IS NOT NULL OR tier = 'a' OR relation_level = 'strategic');
CREATE INDEX step_day ON step (on_day) WHERE gone = 0;
ALTER TABLE account ADD COLUMN contact_due TEXT;
-- By the day on which the next contact is due; those never contacted come first.
CREATE INDEX account_cadence ON account (contact_due) WHERE gone = 0 AND contact_due IS NOT NULL;

CREATE INDEX visit_until ON visit (until, "when") WHERE gone = 0 AND until IS NOT NULL;
CREATE INDEX opp_category ON opp (category) WHERE gone = 0 AND status = 'open' AND category IS NOT NULL;
CREATE INDEX opp_compelling ON opp (compelling_on) WHERE gone = 0 AND status = 'open' AND compelling_on IS NOT NULL;
CREATE INDEX visit_plan ON visit (plan_month, no) WHERE gone = 0 AND plan_month IS NOT NULL;

CREATE VIRTUAL TABLE search_visit USING fts5 (
    keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE search_todo USING fts5 (
    keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
