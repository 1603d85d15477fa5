-- Until one of the fifteen questions was answered nothing is computed of an open deal: p_calc may be nothing, and sums
-- weigh it by the rep's own odds or by those of its stage.
ALTER TABLE opp RENAME COLUMN p_calc TO weight;
ALTER TABLE opp ADD COLUMN p_calc INTEGER;
ALTER TABLE opp ADD COLUMN qualified INTEGER NOT NULL DEFAULT 0;

UPDATE opp SET qualified = 1 WHERE id IN (
    SELECT opportunity FROM answer AS a WHERE gone = 0 AND subject IS NULL AND verdict <> '?'
        AND NOT EXISTS (SELECT 1 FROM answer AS b WHERE b.opportunity = a.opportunity AND b.question = a.question
            AND b.subject IS NULL AND b.gone = 0 AND b.no > a.no));
UPDATE opp SET p_calc = weight WHERE qualified OR status <> 'open';

-- Of its flags the plain facts stay; they call for no alarm.
UPDATE opp SET
    weight = ifnull(p_rep, CASE stage WHEN 'potential' THEN 10 WHEN 'qualified' THEN 25 WHEN 'mine' THEN 45 ELSE 65 END),
    flags = iif(instr(flags, 'close_passed'), 'close_passed ', '')
        || iif(instr(flags, 'no_next_step'), 'no_next_step ', '')
        || iif(instr(flags, 'silence'), 'silence ', '')
        || iif(instr(flags, 'amount_missing'), 'amount_missing ', '') || 'unqualified',
    flags_high = 0, severity = 0
WHERE status = 'open' AND NOT qualified;
UPDATE opp SET flags = replace(flags, 'no_next_step', 'no_next_step_date')
WHERE status = 'open' AND trim(ifnull(next_step, '')) <> '';

-- How a deal was judged before, by the same rule.
ALTER TABLE judged RENAME TO judged_before;
CREATE TABLE judged (
    batch INTEGER NOT NULL,
    no INTEGER NOT NULL,
    day TEXT NOT NULL,
    p_calc INTEGER,
    flags TEXT,
    PRIMARY KEY (batch, no, day)
) STRICT, WITHOUT ROWID;
INSERT INTO judged SELECT b.batch, b.no, b.day, o.p_calc, o.flags
FROM judged_before AS b JOIN opp AS o ON o.no = b.no WHERE o.p_calc IS NULL;
INSERT INTO judged SELECT b.batch, b.no, b.day, b.p_calc, b.flags
FROM judged_before AS b JOIN opp AS o ON o.no = b.no WHERE o.p_calc IS NOT NULL;
DROP TABLE judged_before;

ALTER TABLE tally ADD COLUMN blank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN blank_amount INTEGER NOT NULL DEFAULT 0;
UPDATE tally SET weighted = s.weighted, high = s.high, blank = s.blank, blank_amount = s.blank_amount
FROM (SELECT 'deal/open/' || stage || '/' || currency AS key, sum(ifnull(amount, 0) * weight / 100) AS weighted,
    sum(flags_high > 0) AS high, sum(NOT qualified) AS blank,
    sum(iif(qualified, 0, ifnull(amount, 0))) AS blank_amount
    FROM opp WHERE gone = 0 AND status = 'open' GROUP BY 1) AS s
WHERE s.key = tally.key;

-- Largest first, among those that are not qualified; amounts as in opp_amount.
CREATE INDEX opp_unqualified ON opp (ifnull(CASE currency
    WHEN 'BHD' THEN "amount" / 10 WHEN 'BIF' THEN "amount" * 100 WHEN 'CLF' THEN "amount" / 100
    WHEN 'CLP' THEN "amount" * 100 WHEN 'DJF' THEN "amount" * 100 WHEN 'GNF' THEN "amount" * 100
    WHEN 'IQD' THEN "amount" / 10 WHEN 'ISK' THEN "amount" * 100 WHEN 'JOD' THEN "amount" / 10
    WHEN 'JPY' THEN "amount" * 100 WHEN 'KMF' THEN "amount" * 100 WHEN 'KRW' THEN "amount" * 100
    WHEN 'KWD' THEN "amount" / 10 WHEN 'LYD' THEN "amount" / 10 WHEN 'OMR' THEN "amount" / 10
    WHEN 'PYG' THEN "amount" * 100 WHEN 'RWF' THEN "amount" * 100 WHEN 'TND' THEN "amount" / 10
    WHEN 'UGX' THEN "amount" * 100 WHEN 'VND' THEN "amount" * 100 WHEN 'VUV' THEN "amount" * 100
    WHEN 'XAF' THEN "amount" * 100 WHEN 'XOF' THEN "amount" * 100 WHEN 'XPF' THEN "amount" * 100
    ELSE "amount" END, -1))
    WHERE gone = 0 AND status = 'open' AND qualified = 0;
