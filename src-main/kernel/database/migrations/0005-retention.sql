-- Cancellation and retention (CAN, RET).

-- CAP-02: cancelled before the end of the cycle.
ALTER TABLE account ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1));

CREATE TABLE cancellation (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('full', 'trial')),
  state TEXT NOT NULL CHECK (state IN ('requested', 'cancelled', 'withdrawn', 'lapsed', 'ended', 'reopened')),
  -- Who asked; the confirmation goes to their address on file.
  contact TEXT NOT NULL,
  reason TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  -- The last day with access, in the account's zone as it was when the cancellation was asked for.
  last_day TEXT NOT NULL,
  zone TEXT NOT NULL,
  due_at INTEGER,
  -- SCH-03: the due step ends access.
  ends INTEGER NOT NULL CHECK (ends IN (0, 1)),
  -- From the journal's detail; null when erased. {code}; what else was said stays in the detail
  said TEXT CHECK (said IS NULL OR json_valid(said)),
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cancellation_open ON cancellation (account) WHERE state IN ('requested', 'cancelled');
CREATE INDEX cancellation_by_account ON cancellation (account, id);
CREATE INDEX cancellation_due ON cancellation (ends, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX cancellation_by_reason ON cancellation (reason, requested_at);

CREATE TABLE purge (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  ground TEXT NOT NULL CHECK (ground IN ('cancelled', 'inactive')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'approval', 'done', 'dropped')),
  -- RET-01: the day it falls due; from then on nothing but a late announcement or a hold keeps it.
  due_at INTEGER NOT NULL,
  ended_on TEXT,
  zone TEXT NOT NULL,
  announced_at INTEGER,
  proposed_by TEXT,
  approved_by TEXT,
  -- When the scheduler looks; `erases`: that step erases (SCH-03).
  next_at INTEGER,
  erases INTEGER NOT NULL CHECK (erases IN (0, 1)),
  done_at INTEGER,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX purge_open ON purge (account) WHERE state IN ('planned', 'held', 'approval');
CREATE INDEX purge_by_account ON purge (account, id);
CREATE INDEX purge_by_due ON purge (state, due_at, id);
CREATE INDEX purge_next ON purge (erases, next_at, id) WHERE next_at IS NOT NULL;

-- RET-02
CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  since INTEGER NOT NULL,
  -- The last day of the hold, in the account's zone; it ends with it.
  until TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  by TEXT NOT NULL,
  ended_at INTEGER,
  -- From the journal's detail; null when erased.
  reason TEXT,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX legal_hold_by_account ON legal_hold (account, id);
CREATE INDEX legal_hold_ends ON legal_hold (ends_at, id) WHERE ended_at IS NULL;

-- LIM-11: candidates are listed.
CREATE INDEX limit_case_candidates ON limit_case (candidate_since, id) WHERE candidate_since IS NOT NULL;
