-- Segments (SEG): facts first, then the decisions on them.

CREATE TABLE mailbox (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  address TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('connected', 'disconnected')),
  changed_at INTEGER NOT NULL,
  reason TEXT,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX mailbox_by_account ON mailbox (account, id);

CREATE TABLE crm (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('connected', 'disconnected')),
  changed_at INTEGER NOT NULL,
  reason TEXT,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX crm_by_account ON crm (account, id);

CREATE TABLE blocklist_sync (
  id TEXT PRIMARY KEY,
  crm TEXT NOT NULL REFERENCES crm (id),
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  blocked INTEGER CHECK (blocked >= 0),
  newly_blocked INTEGER CHECK (newly_blocked >= 0),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX blocklist_sync_by_crm ON blocklist_sync (crm, started_at, id);

CREATE TABLE segment (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  mailbox TEXT REFERENCES mailbox (id),
  -- The customer wants it on.
  wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  contacts INTEGER CHECK (contacts >= 0),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_by_account ON segment (account, id);
CREATE INDEX segment_by_mailbox ON segment (mailbox, id) WHERE mailbox IS NOT NULL;

CREATE TABLE invoice (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  number TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  currency TEXT NOT NULL,
  due_on TEXT NOT NULL,
  paid_minor INTEGER CHECK (paid_minor >= 0),
  paid_at INTEGER,
  credited_minor INTEGER CHECK (credited_minor >= 0),
  disputed INTEGER CHECK (disputed IN (0, 1)),
  -- When it climbs next (SEG-07), worked out from the facts; null: it doesn't.
  climbs_at INTEGER,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_by_account ON invoice (account, id);
CREATE INDEX invoice_climbs ON invoice (climbs_at, id) WHERE climbs_at IS NOT NULL;

-- What stops segments: a mailbox, a CRM, an invoice, a maintenance window, an operator's hold.
CREATE TABLE hold_source (
  id TEXT PRIMARY KEY,
  -- Null: a maintenance window, which may concern many.
  account TEXT,
  cause TEXT NOT NULL CHECK (cause IN ('mailbox', 'crm', 'maintenance', 'invoice', 'operator')),
  -- click: its ground has gone, an operator lets it go (SEG-05).
  state TEXT NOT NULL CHECK (state IN ('holding', 'click', 'over')),
  -- Of an invoice: 1 segments, 2 the whole account (SEG-07).
  stage INTEGER NOT NULL CHECK (stage IN (1, 2)),
  since INTEGER NOT NULL,
  until INTEGER,
  -- Of a CRM: contacts that the newer sync blocks.
  newly_blocked INTEGER,
  -- Erasable: what an operator wrote.
  reason TEXT,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_source_by_account ON hold_source (account, id) WHERE account IS NOT NULL;

-- The ledger (SEG-03): nothing is ever taken out of it.
CREATE TABLE segment_hold (
  segment TEXT NOT NULL,
  -- The journal entry that placed it.
  placed_by TEXT NOT NULL,
  account TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('mailbox', 'crm', 'maintenance', 'invoice', 'operator')),
  source TEXT NOT NULL REFERENCES hold_source (id),
  since INTEGER NOT NULL,
  until INTEGER,
  released_at INTEGER,
  -- The journal entry that released it.
  released_by TEXT,
  PRIMARY KEY (segment, placed_by)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX segment_hold_open ON segment_hold (segment, source) WHERE released_at IS NULL;
CREATE INDEX segment_hold_by_source ON segment_hold (source, account, segment) WHERE released_at IS NULL;
CREATE INDEX segment_hold_by_account ON segment_hold (account, segment);
CREATE INDEX segment_hold_released ON segment_hold (released_by) WHERE released_by IS NOT NULL;

-- SEG-07: the segments an operator chose for unpaid invoices; none: all.
CREATE TABLE invoice_choice (
  account TEXT NOT NULL,
  segment TEXT NOT NULL,
  PRIMARY KEY (account, segment)
) STRICT, WITHOUT ROWID;

CREATE TABLE maintenance_window (
  id TEXT PRIMARY KEY,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
  told_from INTEGER NOT NULL,
  emergency INTEGER NOT NULL CHECK (emergency IN (0, 1)),
  segments INTEGER NOT NULL,
  -- Erasable: what the customer reads.
  text TEXT,
  cancelled_at INTEGER,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX maintenance_window_by_start ON maintenance_window (starts_at, id);

CREATE TABLE maintenance_segment (
  maintenance TEXT NOT NULL REFERENCES maintenance_window (id),
  account TEXT NOT NULL,
  segment TEXT NOT NULL,
  PRIMARY KEY (maintenance, account, segment)
) STRICT, WITHOUT ROWID;
CREATE INDEX maintenance_segment_by_segment ON maintenance_segment (segment, maintenance);

-- One account's part of a window starts and ends as one step.
CREATE TABLE maintenance_account (
  maintenance TEXT NOT NULL REFERENCES maintenance_window (id),
  account TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'over')),
  due_at INTEGER CHECK ((state = 'over') = (due_at IS NULL)),
  PRIMARY KEY (maintenance, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX maintenance_account_due ON maintenance_account (due_at, maintenance, account) WHERE due_at IS NOT NULL;
CREATE INDEX maintenance_account_by_account ON maintenance_account (account, maintenance);
