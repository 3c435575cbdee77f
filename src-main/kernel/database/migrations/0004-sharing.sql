-- Lead sharing (SHR).

-- Facts -----------------------------------------------------------------------------------------------------------------------

CREATE TABLE addon (
  account TEXT NOT NULL REFERENCES account (id),
  addon TEXT NOT NULL CHECK (addon IN ('lead_sharing')),
  from_on TEXT NOT NULL,
  -- The last day it is owned; null: open.
  until_on TEXT,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (account, addon, from_on)
) STRICT, WITHOUT ROWID;

-- The receiver accepts leads from this sender, or no longer does.
CREATE TABLE lead_acceptance (
  account TEXT NOT NULL REFERENCES account (id),
  sender TEXT NOT NULL REFERENCES account (id),
  accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
  -- Since when it is so.
  since INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (account, sender)
) STRICT, WITHOUT ROWID;

CREATE TABLE strategy (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('personal', 'shared')),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX strategy_by_account ON strategy (account, id);

CREATE TABLE strategy_group (
  id TEXT PRIMARY KEY,
  strategy TEXT NOT NULL REFERENCES strategy (id),
  name TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX strategy_group_by_strategy ON strategy_group (strategy, id);

CREATE TABLE sms_link (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  url TEXT NOT NULL,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX sms_link_by_account ON sms_link (account, id);

CREATE TABLE automation (
  id TEXT PRIMARY KEY,
  -- The sender.
  account TEXT NOT NULL REFERENCES account (id),
  strategy TEXT NOT NULL REFERENCES strategy (id),
  link TEXT NOT NULL REFERENCES sms_link (id),
  receiver TEXT NOT NULL REFERENCES account (id),
  -- The receiver's.
  strategy_group TEXT NOT NULL REFERENCES strategy_group (id),
  sms_text TEXT NOT NULL,
  wait_minutes INTEGER NOT NULL CHECK (wait_minutes >= 0),
  terms TEXT NOT NULL CHECK (terms IN ('generated', 'own', 'none')),
  terms_url TEXT,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX automation_by_account ON automation (account, id);
CREATE INDEX automation_by_receiver ON automation (receiver, id);
CREATE INDEX automation_by_strategy ON automation (strategy, id);
CREATE INDEX automation_by_group ON automation (strategy_group, id);
CREATE INDEX automation_by_link ON automation (link, id);

CREATE TABLE lead (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT,
  phone TEXT,
  email TEXT,
  opted_out INTEGER CHECK (opted_out IN (0, 1)),
  created_at INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER,
  -- SHR-10: name, phone and e-mail are gone for good.
  erased_at INTEGER CHECK (erased_at IS NULL OR (name IS NULL AND phone IS NULL AND email IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX lead_by_account ON lead (account, id);

CREATE TABLE click (
  id TEXT PRIMARY KEY,
  lead TEXT NOT NULL REFERENCES lead (id),
  link TEXT NOT NULL REFERENCES sms_link (id),
  clicked_at INTEGER NOT NULL,
  sent_at INTEGER,
  user_agent TEXT,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX click_by_lead ON click (lead, clicked_at, id);
CREATE INDEX click_by_link ON click (link, clicked_at, id);

-- Who an account never writes to: `value` as it is compared, not as it was typed.
CREATE TABLE suppression (
  account TEXT NOT NULL REFERENCES account (id),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'domain')),
  value TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (account, channel, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_contract (
  lead TEXT NOT NULL REFERENCES lead (id),
  account TEXT NOT NULL REFERENCES account (id),
  concluded_at INTEGER NOT NULL,
  ended_at INTEGER,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (lead, account, concluded_at)
) STRICT, WITHOUT ROWID;

-- Decisions -------------------------------------------------------------------------------------------------------------------

-- One a row of `automation`, with the same id.
CREATE TABLE sharing_setup (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  receiver TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'paused', 'ended')),
  -- Conditions that don't hold, as a JSON list of their names.
  waits_for TEXT NOT NULL CHECK (json_valid(waits_for)),
  changed_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sharing_setup_by_account ON sharing_setup (account, state, id);
CREATE INDEX sharing_setup_by_receiver ON sharing_setup (receiver, state, id);
CREATE INDEX sharing_setup_by_state ON sharing_setup (state, id);

-- SHR-06: when the setup wasn't active; what was clicked then is never delivered.
CREATE TABLE sharing_pause (
  automation TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER,
  PRIMARY KEY (automation, from_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
  id TEXT PRIMARY KEY,
  lead TEXT NOT NULL,
  automation TEXT NOT NULL,
  account TEXT NOT NULL,
  receiver TEXT NOT NULL,
  strategy_group TEXT NOT NULL,
  click TEXT NOT NULL,
  clicked_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('delivered', 'quarantined', 'refused', 'recalled', 'erased')),
  at INTEGER NOT NULL,
  why TEXT,
  -- SHR-09: as they were at the click.
  held TEXT NOT NULL CHECK (json_valid(held)),
  missing TEXT NOT NULL CHECK (json_valid(missing)),
  terms TEXT NOT NULL CHECK (terms IN ('generated', 'own', 'none')),
  terms_url TEXT,
  document_version INTEGER,
  message TEXT,
  delivered_at INTEGER,
  -- SHR-08: what was received goes; the defence record follows later.
  erase_at INTEGER,
  defence_until INTEGER,
  recalled_at INTEGER,
  acknowledged_at INTEGER,
  version INTEGER NOT NULL,
  UNIQUE (lead, automation)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_by_automation ON delivery (automation, state, id);
CREATE INDEX delivery_by_receiver ON delivery (receiver, lead);
CREATE INDEX delivery_by_state ON delivery (state, id);
CREATE INDEX delivery_erase ON delivery (erase_at, id) WHERE erase_at IS NOT NULL;
CREATE INDEX delivery_defence ON delivery (defence_until, id) WHERE defence_until IS NOT NULL;
CREATE INDEX delivery_recalls ON delivery (recalled_at, id) WHERE recalled_at IS NOT NULL AND acknowledged_at IS NULL;

-- When a term begins or ends and a setup must be looked at anew: worked out from facts, never decided on.
CREATE TABLE sharing_look (
  automation TEXT PRIMARY KEY REFERENCES automation (id),
  due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sharing_look_due ON sharing_look (due_at, automation);
