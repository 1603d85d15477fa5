-- Moments that are the same everywhere, visits that come again, versions of what other programs keep.

ALTER TABLE visit ADD COLUMN instant TEXT;
ALTER TABLE visit ADD COLUMN recur TEXT;
ALTER TABLE visit ADD COLUMN series TEXT;
ALTER TABLE visit ADD COLUMN occurrence TEXT;
ALTER TABLE visit ADD COLUMN version TEXT;
ALTER TABLE todo ADD COLUMN instant TEXT;
ALTER TABLE todo ADD COLUMN version TEXT;

CREATE UNIQUE INDEX visit_series ON visit (series, occurrence) WHERE series IS NOT NULL;
CREATE INDEX visit_instant ON visit (instant) WHERE instant IS NOT NULL;
CREATE INDEX todo_instant ON todo (instant) WHERE instant IS NOT NULL;
