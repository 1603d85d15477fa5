-- The journal, the records, and what the write door derives from them.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    device INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

-- One gesture of a person: what one undo takes back.
CREATE TABLE batch (
    batch INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    device INTEGER NOT NULL REFERENCES device (device),
    origin TEXT NOT NULL,
    name TEXT NOT NULL,
    undo_of INTEGER REFERENCES batch (batch)
) STRICT;

-- Append-only, hash-chained: a line for each changed field, and one for the births of records whose numbers follow each
-- other, from no to last. A birth has no field; in new it has one JSON object as text, or many, each on a line, deflated.
CREATE TABLE journal (
    lsn INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL REFERENCES batch (batch),
    device INTEGER NOT NULL REFERENCES device (device),
    op INTEGER NOT NULL,
    noun INTEGER NOT NULL,
    no INTEGER NOT NULL,
    last INTEGER,
    field TEXT,
    old ANY,
    hash BLOB NOT NULL,
    new ANY
) STRICT;

CREATE INDEX journal_birth ON journal (noun, no) WHERE field IS NULL;
CREATE INDEX journal_change ON journal (noun, no) WHERE field IS NOT NULL;
CREATE INDEX journal_batch ON journal (batch);

CREATE TABLE account (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    name TEXT NOT NULL,
    name_zh TEXT,
    name_en TEXT,
    short TEXT,
    parent TEXT REFERENCES account (id),
    owner TEXT,
    region TEXT,
    industry TEXT,
    trend TEXT,
    quality_req TEXT,
    annual_qty INTEGER,
    annual_unit TEXT,
    annual_year INTEGER,
    credit_grade TEXT,
    credit_limit INTEGER,
    credit_checked_on TEXT,
    price_req TEXT,
    payment_terms TEXT,
    cycle_days INTEGER,
    currency TEXT,
    tier TEXT,
    relation_level TEXT,
    segment TEXT,
    loyalty_attitude TEXT,
    lifecycle TEXT,
    cadence_days INTEGER,
    key_since TEXT,
    key_reason TEXT,
    next_review_on TEXT,
    last_contact_on TEXT,
    domain TEXT,
    phone TEXT,
    email TEXT,
    address TEXT,
    tags TEXT,
    notes TEXT,
    external_id TEXT,
    extra TEXT,
    open_deals INTEGER NOT NULL DEFAULT 0,
    open_amount INTEGER NOT NULL DEFAULT 0,
    open_currency TEXT,
    open_mixed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE person (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    account TEXT REFERENCES account (id),
    name TEXT NOT NULL,
    title TEXT,
    dept TEXT,
    reports_to TEXT REFERENCES person (id),
    phone TEXT,
    mobile TEXT,
    email TEXT,
    chat_id TEXT,
    owner TEXT,
    last_contact_on TEXT,
    notes TEXT,
    left_on TEXT,
    tags TEXT,
    external_id TEXT,
    extra TEXT
) STRICT;

CREATE TABLE opp (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    title TEXT NOT NULL,
    account TEXT REFERENCES account (id),
    owner TEXT,
    stage TEXT NOT NULL,
    status TEXT NOT NULL,
    phase TEXT,
    amount INTEGER,
    currency TEXT NOT NULL,
    margin_pct INTEGER,
    close_on TEXT,
    close_moves INTEGER NOT NULL,
    opened_on TEXT,
    stage_since TEXT,
    last_activity_on TEXT,
    pressures TEXT,
    "values" TEXT,
    compelling_event TEXT,
    compelling_on TEXT,
    bg_environment TEXT,
    bg_core TEXT,
    bg_finances TEXT,
    bg_need TEXT,
    bg_project TEXT,
    bg_process TEXT,
    bg_goal TEXT,
    bg_return TEXT,
    bg_risk TEXT,
    bg_focus TEXT,
    bg_driver TEXT,
    finance_amount INTEGER,
    finance_source TEXT,
    finance_state TEXT,
    finance_on TEXT,
    p_rep INTEGER,
    category TEXT,
    our_strategy TEXT,
    next_step TEXT,
    next_on TEXT,
    close_reason TEXT,
    rival TEXT,
    lesson TEXT,
    worth_short INTEGER,
    worth_future INTEGER,
    worth_profit INTEGER,
    worth_risk INTEGER,
    worth_strategic INTEGER,
    override_reason TEXT,
    product TEXT,
    region TEXT,
    source TEXT,
    tags TEXT,
    notes TEXT,
    external_id TEXT,
    extra TEXT,
    p_calc INTEGER NOT NULL DEFAULT 0,
    flags TEXT,
    flags_high INTEGER NOT NULL DEFAULT 0,
    severity INTEGER NOT NULL DEFAULT 0,
    judged_until TEXT
) STRICT;

CREATE TABLE answer (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    subject TEXT,
    question INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    grade TEXT NOT NULL,
    note TEXT,
    source TEXT REFERENCES person (id),
    verified_on TEXT,
    verified_by TEXT
) STRICT;

CREATE TABLE step (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    act TEXT NOT NULL,
    from_stage TEXT,
    to_stage TEXT NOT NULL,
    status TEXT NOT NULL,
    on_day TEXT,
    author TEXT,
    gates TEXT,
    reason TEXT,
    overridden INTEGER NOT NULL,
    days INTEGER
) STRICT;

CREATE TABLE role (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    opportunity TEXT NOT NULL REFERENCES opp (id),
    person TEXT NOT NULL REFERENCES person (id),
    buying_role TEXT,
    adaptability TEXT,
    support TEXT,
    coverage TEXT,
    political_status TEXT,
    rank INTEGER,
    business_agenda TEXT,
    personal_win TEXT,
    approach TEXT,
    last_contact_on TEXT
) STRICT;

CREATE TABLE rep (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    gone INTEGER NOT NULL DEFAULT 0,
    born INTEGER NOT NULL REFERENCES batch (batch),
    touched INTEGER NOT NULL REFERENCES batch (batch),
    name TEXT NOT NULL,
    manager TEXT,
    region TEXT,
    email TEXT,
    external_id TEXT,
    extra TEXT
) STRICT;

-- Every index ends in the row's number, so that lists are cut by it without a column of its own.
CREATE UNIQUE INDEX account_external ON account (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX person_external ON person (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX opp_external ON opp (external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX rep_external ON rep (external_id) WHERE external_id IS NOT NULL;

CREATE INDEX account_name ON account (lower(name)) WHERE gone = 0;
CREATE INDEX account_domain ON account (domain) WHERE domain IS NOT NULL;
CREATE INDEX account_open ON account (-open_deals) WHERE gone = 0;
CREATE INDEX person_account ON person (account);
CREATE INDEX person_email ON person (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX person_name ON person (lower(name)) WHERE gone = 0;
CREATE INDEX rep_name ON rep (lower(name));
CREATE INDEX opp_account ON opp (account, status);
CREATE INDEX opp_close ON opp (status, ifnull(close_on, '9999-12-31')) WHERE gone = 0;
-- Amounts of all currencies compare by their figures, in hundredths of the unit.
CREATE INDEX opp_amount ON opp (status, ifnull(CASE currency
    WHEN 'BHD' THEN "amount" / 10 WHEN 'BIF' THEN "amount" * 100 WHEN 'CLF' THEN "amount" / 100
    WHEN 'CLP' THEN "amount" * 100 WHEN 'DJF' THEN "amount" * 100 WHEN 'GNF' THEN "amount" * 100
    WHEN 'IQD' THEN "amount" / 10 WHEN 'ISK' THEN "amount" * 100 WHEN 'JOD' THEN "amount" / 10
    WHEN 'JPY' THEN "amount" * 100 WHEN 'KMF' THEN "amount" * 100 WHEN 'KRW' THEN "amount" * 100
    WHEN 'KWD' THEN "amount" / 10 WHEN 'LYD' THEN "amount" / 10 WHEN 'OMR' THEN "amount" / 10
    WHEN 'PYG' THEN "amount" * 100 WHEN 'RWF' THEN "amount" * 100 WHEN 'TND' THEN "amount" / 10
    WHEN 'UGX' THEN "amount" * 100 WHEN 'VND' THEN "amount" * 100 WHEN 'VUV' THEN "amount" * 100
    WHEN 'XAF' THEN "amount" * 100 WHEN 'XOF' THEN "amount" * 100 WHEN 'XPF' THEN "amount" * 100
    ELSE "amount" END, -1)) WHERE gone = 0;
CREATE INDEX opp_severity ON opp (status, severity) WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_stage_close ON opp (status, stage, ifnull(close_on, '9999-12-31'))
    WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_title ON opp (status, lower(title)) WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_owner ON opp (status, ifnull(lower(owner), '')) WHERE gone = 0 AND status = 'open';
CREATE INDEX opp_judged ON opp (judged_until) WHERE judged_until IS NOT NULL;
CREATE INDEX answer_opportunity ON answer (opportunity, question);
CREATE INDEX step_opportunity ON step (opportunity);
CREATE INDEX role_opportunity ON role (opportunity);
CREATE INDEX role_person ON role (person);

-- Sums that screens show, one row for each key such as `deal/open/potential/CNY`.
CREATE TABLE tally (
    key TEXT PRIMARY KEY,
    n INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    weighted INTEGER NOT NULL,
    days INTEGER NOT NULL,
    high INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What find looks through, by the number of the record; apart, so that many deals slow down nothing else.
CREATE VIRTUAL TABLE search_account USING fts5 (
    keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE search_person USING fts5 (
    keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE search_opp USING fts5 (
    keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE search_rep USING fts5 (
    keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- A long import is gathered in fewer and larger pieces, which are merged less often; 2 MiB at most are held.
INSERT INTO search_opp (search_opp, rank) VALUES ('hashsize', 2097152);
