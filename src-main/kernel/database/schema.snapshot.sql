CREATE TABLE account (
  id TEXT PRIMARY KEY,
  company TEXT NOT NULL,
  -- Folded for sorting: lower case, no diacritics.
  company_key TEXT NOT NULL,
  registration_no TEXT,
  country TEXT NOT NULL,
  street TEXT,
  city TEXT,
  postal_code TEXT,
  email TEXT NOT NULL,
  phone TEXT,
  domain TEXT,
  language TEXT NOT NULL CHECK (language IN ('en', 'de', 'sv', 'cs', 'nb')),
  time_zone TEXT NOT NULL,
  -- The plan that counts: a decided one from its decision on, else the reported one (FED-07).
  plan TEXT NOT NULL REFERENCES plan (id),
  reported_plan TEXT NOT NULL REFERENCES plan (id),
  plan_change TEXT CHECK (plan_change IN ('cancelled', 'downgraded', 'upgraded')),
  team TEXT REFERENCES team (id),
  trial INTEGER CHECK (trial IN (0, 1)),
  trial_ends_on TEXT,
  consumer INTEGER CHECK (consumer IN (0, 1)),
  upgrade_consent INTEGER CHECK (upgrade_consent IN (0, 1)),
  billing_cycle_end TEXT,
  created_at INTEGER NOT NULL,
  last_login_at INTEGER,
  last_activity_at INTEGER,
  credit_minor INTEGER,
  quota_total INTEGER,
  quota_used INTEGER,
  -- Latest usage of the resource `contacts`, for sorting; -1: unknown.
  contacts_used INTEGER NOT NULL DEFAULT -1,
  -- A warning process runs (CAP-02).
  warned INTEGER NOT NULL DEFAULT 0 CHECK (warned IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('erased', 'blocked', 'ended', 'restricted', 'cancelled', 'warned', 'active')),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER,
  version INTEGER NOT NULL
, cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1))) STRICT, WITHOUT ROWID;

CREATE TABLE addon (
  account TEXT NOT NULL REFERENCES account (id),
  addon TEXT NOT NULL CHECK (addon IN ('lead_sharing')),
  from_on TEXT NOT NULL,
  -- The last day it is owned; null: open.
  until_on TEXT,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (account, addon, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE address_sample (
  contact_group TEXT NOT NULL REFERENCES contact_group (id),
  email TEXT NOT NULL,
  PRIMARY KEY (contact_group, email)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  id TEXT PRIMARY KEY,
  contact_group TEXT NOT NULL REFERENCES contact_group (id),
  answered_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  recorded_by TEXT,
  recorded_source TEXT,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

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

CREATE TABLE capability_reason (
  account TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('erased', 'access_ended', 'blocked', 'restricted', 'invoice')),
  since INTEGER NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (account, cause)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE clock_check (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  since INTEGER NOT NULL,
  ground TEXT NOT NULL CHECK (ground IN ('ahead', 'long_gap')),
  hours INTEGER NOT NULL
) STRICT;

CREATE TABLE command_result (
  command_id TEXT PRIMARY KEY,
  operator TEXT,
  op TEXT NOT NULL,
  at INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer))
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT,
  settings_access INTEGER NOT NULL CHECK (settings_access IN (0, 1)),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_group (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  receivers INTEGER NOT NULL CHECK (receivers >= 0),
  -- REV-12, sudden growth: what it was before the last change, and when that was seen.
  receivers_before INTEGER,
  receivers_changed_at INTEGER,
  source TEXT,
  created_at INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
  operator TEXT PRIMARY KEY REFERENCES operator (id),
  passphrase TEXT NOT NULL,
  recovery TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  throttled_until INTEGER,
  last_sign_in_at INTEGER
) STRICT, WITHOUT ROWID;

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

CREATE TABLE detail (
  entry_id TEXT PRIMARY KEY,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  json TEXT NOT NULL CHECK (json_valid(json))
) STRICT, WITHOUT ROWID;

CREATE TABLE directive (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  state TEXT NOT NULL CHECK (state IN ('planned', 'handed', 'done', 'failed')),
  planned_at INTEGER NOT NULL,
  handed_at INTEGER,
  done_at INTEGER,
  error TEXT,
  UNIQUE (account, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  account TEXT,
  version INTEGER NOT NULL CHECK (version >= 0),
  rule TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  commitment BLOB CHECK (commitment IS NULL OR length(commitment) = 32),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE external_id (
  kind TEXT NOT NULL,
  external TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (kind, external)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_bad_row (
  import TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  "column" TEXT,
  value TEXT NOT NULL,
  code TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  PRIMARY KEY (import, ordinal, line, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_file (
  import TEXT NOT NULL REFERENCES feed_import (id),
  -- The order they are taken in, which satisfies references.
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  -- Rows read and dealt with; a resumed import skips them.
  rows_done INTEGER NOT NULL CHECK (rows_done >= 0),
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  -- Columns the kind doesn't know.
  unknown TEXT NOT NULL CHECK (json_valid(unknown)),
  PRIMARY KEY (import, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_import (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'interrupted', 'cancelled', 'done', 'waiting')),
  all_or_nothing INTEGER NOT NULL CHECK (all_or_nothing IN (0, 1)),
  consequences TEXT NOT NULL CHECK (json_valid(consequences))
) STRICT, WITHOUT ROWID;

CREATE TABLE group_standing (
  contact_group TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  sendable INTEGER NOT NULL CHECK (sendable IN (0, 1)),
  sendable_before INTEGER,
  since INTEGER NOT NULL,
  -- The latest review of the group itself.
  review TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE invoice_choice (
  account TEXT NOT NULL,
  segment TEXT NOT NULL,
  PRIMARY KEY (account, segment)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE lead_acceptance (
  account TEXT NOT NULL REFERENCES account (id),
  sender TEXT NOT NULL REFERENCES account (id),
  accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
  -- Since when it is so.
  since INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (account, sender)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_contract (
  lead TEXT NOT NULL REFERENCES lead (id),
  account TEXT NOT NULL REFERENCES account (id),
  concluded_at INTEGER NOT NULL,
  ended_at INTEGER,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (lead, account, concluded_at)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE limit_case (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('warning', 'approval', 'paused', 'unreachable', 'enforced', 'resolved', 'moot')),
  cause TEXT NOT NULL CHECK (cause IN ('cancelled_to_free', 'downgraded', 'grew', 'plan_changed')),
  -- LIM-17: the account's zone as it was when the case opened.
  zone TEXT NOT NULL,
  -- What is announced and then enforced (LIM-18).
  mode TEXT NOT NULL CHECK (mode IN ('restrict', 'upgrade')),
  round INTEGER NOT NULL CHECK (round >= 1),
  opened_at INTEGER NOT NULL,
  last_step_at INTEGER NOT NULL,
  due_at INTEGER,
  -- SCH-03: the due step restricts or upgrades.
  enforces INTEGER NOT NULL CHECK (enforces IN (0, 1)),
  closed_at INTEGER CHECK (closed_at IS NULL OR due_at IS NULL),
  last_warned_at INTEGER,
  -- A warning of this case was handed over.
  told INTEGER NOT NULL CHECK (told IN (0, 1)),
  approval_ground TEXT CHECK (approval_ground IN ('tier_skipped', 'no_plan_holds', 'consumer_without_consent')),
  approved_plan TEXT,
  paused_until TEXT CHECK ((state = 'paused') = (paused_until IS NOT NULL)),
  pauses INTEGER NOT NULL,
  restricted_at INTEGER,
  upgraded_to TEXT,
  imported_by TEXT,
  -- LIM-11
  announcements INTEGER NOT NULL,
  announced_for INTEGER,
  told_at INTEGER,
  announcement_bounced INTEGER NOT NULL CHECK (announcement_bounced IN (0, 1)),
  candidate_since INTEGER,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_row (
  limit_case TEXT PRIMARY KEY REFERENCES limit_case (id),
  account TEXT NOT NULL,
  -- open, restricted or closed; tab is the finer part of it.
  bucket TEXT NOT NULL CHECK (bucket IN ('open', 'restricted', 'closed')),
  tab TEXT NOT NULL CHECK (tab IN ('warning', 'approval', 'stopped', 'paused', 'restricted', 'candidates', 'closed')),
  cause TEXT NOT NULL,
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 4),
  -- When the next local day begins and the day counts up; null: it stays.
  day_turns_at INTEGER,
  next_at INTEGER NOT NULL,
  over_permille INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  -- How often facts changed what the case shows: part of the version a preview carries (LIM-13).
  touches INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_warning (
  limit_case TEXT NOT NULL REFERENCES limit_case (id),
  round INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 3),
  planned_at INTEGER NOT NULL,
  plan TEXT,
  price_minor INTEGER,
  sent_at INTEGER,
  bounced_at INTEGER,
  PRIMARY KEY (limit_case, round, n)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE maintenance_account (
  maintenance TEXT NOT NULL REFERENCES maintenance_window (id),
  account TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'over')),
  due_at INTEGER CHECK ((state = 'over') = (due_at IS NULL)),
  PRIMARY KEY (maintenance, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE maintenance_segment (
  maintenance TEXT NOT NULL REFERENCES maintenance_window (id),
  account TEXT NOT NULL,
  segment TEXT NOT NULL,
  PRIMARY KEY (maintenance, account, segment)
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

CREATE TABLE message (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  template TEXT NOT NULL,
  rule TEXT NOT NULL,
  -- What the template needs beside the account's facts; ids, enums, numbers, dates.
  params TEXT NOT NULL CHECK (json_valid(params)),
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'retry', 'failed', 'unknown', 'withdrawn')),
  message_id TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  planned_at INTEGER NOT NULL,
  due_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- When the last hand-over began; an unknown one that a person finds delivered counts from here.
  tried_at INTEGER,
  sent_at INTEGER,
  bounced_at INTEGER,
  problem TEXT,
  waits TEXT CHECK (waits IN ('admin')),
  import TEXT,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE message_content (
  message TEXT PRIMARY KEY REFERENCES message (id),
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "notice" (
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  shown_at INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (account, kind, subject, shown_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE op (
  ws_seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  command_id TEXT,
  entity TEXT NOT NULL,
  base_version INTEGER NOT NULL CHECK (base_version >= 0),
  -- The place in the order that counts; the op's content is the entry's.
  entry_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE operator (
  id TEXT PRIMARY KEY,
  name TEXT,
  short_name TEXT,
  -- reviewer=1, support=2, admin=4
  roles INTEGER NOT NULL CHECK (roles BETWEEN 0 AND 7),
  language TEXT NOT NULL CHECK (language IN ('en', 'de', 'sv', 'cs', 'nb')),
  created_at INTEGER NOT NULL,
  created_by TEXT,
  reset_by TEXT,
  reset_at INTEGER,
  removed_at INTEGER,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank >= 0),
  paid INTEGER NOT NULL CHECK (paid IN (0, 1)),
  price_minor INTEGER CHECK (price_minor >= 0),
  currency TEXT,
  -- {"contacts": 2000}: a resource without an entry is unlimited.
  limits TEXT NOT NULL CHECK (json_valid(limits)),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_decision (
  account TEXT PRIMARY KEY,
  from_plan TEXT NOT NULL,
  to_plan TEXT NOT NULL,
  -- LIM-08: the plan before the first automatic upgrade, to go back to.
  original_plan TEXT,
  decided_at INTEGER NOT NULL,
  confirmed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_recheck (
  plan TEXT PRIMARY KEY REFERENCES plan (id),
  since INTEGER NOT NULL,
  status TEXT NOT NULL,
  company_key TEXT NOT NULL,
  id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_reason (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  ordinal INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  -- {en: {title, guidance}, de: …}
  words TEXT CHECK (words IS NULL OR json_valid(words)),
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  contact_group TEXT NOT NULL,
  account TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('group', 'change')),
  state TEXT NOT NULL CHECK (state IN ('unsubmitted', 'pending', 'query', 'accepted', 'rejected', 'moot')),
  opened_at INTEGER NOT NULL,
  -- The submission that counts; when it was first complete, and the customer's last word.
  submission TEXT,
  submitted_at INTEGER,
  changed_at INTEGER NOT NULL,
  -- REV-06: while pending the clock runs to due_at; in a query it stands, with so much working time (ms) left.
  sla_from INTEGER,
  due_at INTEGER,
  remaining_ms INTEGER,
  -- REV-13: a decision waits out its undo window.
  held_decision TEXT,
  held_until INTEGER,
  decided_at INTEGER,
  -- REV-17: when the address sample goes.
  sample_until INTEGER,
  version INTEGER NOT NULL,
  CHECK ((held_decision IS NULL) = (held_until IS NULL)),
  CHECK ((state = 'pending') = (due_at IS NOT NULL)),
  CHECK ((state = 'query') = (remaining_ms IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE review_claim (
  review TEXT PRIMARY KEY,
  operator TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE review_decision (
  id TEXT PRIMARY KEY,
  review TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accept', 'query', 'reject')),
  -- held: within the undo window; stands; undone by its maker; void: the review changed before it took effect (REV-07); reopened (REV-09).
  state TEXT NOT NULL CHECK (state IN ('held', 'stands', 'undone', 'void', 'reopened')),
  operator TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  effective_at INTEGER NOT NULL,
  -- Working time (ms) the review had been waiting.
  took_ms INTEGER NOT NULL,
  -- Whether it met REV-06.
  in_time INTEGER NOT NULL CHECK (in_time IN (0, 1)),
  review_version INTEGER NOT NULL,
  policy_version INTEGER NOT NULL,
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  -- From the journal's detail; null when erased. {text, departure, frozen}
  said TEXT CHECK (said IS NULL OR json_valid(said))
) STRICT, WITHOUT ROWID;

CREATE TABLE review_hand_over (
  review TEXT PRIMARY KEY,
  sender TEXT NOT NULL,
  receiver TEXT NOT NULL,
  at INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE review_row (
  review TEXT PRIMARY KEY REFERENCES review (id),
  -- A held decision counts as given: its review has left the queue.
  tab TEXT NOT NULL CHECK (tab IN ('queue', 'query', 'unsubmitted', 'decided')),
  -- In the queue and past due; turned by the scheduler as time passes.
  overdue INTEGER NOT NULL CHECK (overdue IN (0, 1) AND (overdue = 0 OR tab = 'queue')),
  language TEXT NOT NULL,
  -- '' before a submission.
  method TEXT NOT NULL,
  flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
  -- In the queue when it is due; in other tabs what makes the latest come first.
  due_key INTEGER NOT NULL,
  -- 100 minus the score: the most complete first behind the same due time (REV-05).
  incompleteness INTEGER NOT NULL CHECK (incompleteness BETWEEN 0 AND 100),
  submitted_at INTEGER NOT NULL,
  company_key TEXT NOT NULL,
  receivers INTEGER NOT NULL,
  signals TEXT NOT NULL CHECK (json_valid(signals))
) STRICT, WITHOUT ROWID;

CREATE TABLE review_seen (
  review TEXT NOT NULL,
  operator TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  PRIMARY KEY (review, operator)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_snooze (
  review TEXT NOT NULL,
  operator TEXT NOT NULL,
  until INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (operator, review)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_count (
  contact_group TEXT PRIMARY KEY REFERENCES contact_group (id),
  addresses INTEGER NOT NULL,
  role_addresses INTEGER NOT NULL,
  malformed INTEGER NOT NULL,
  typo_domains INTEGER NOT NULL,
  observed_at INTEGER NOT NULL,
  erased_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_reply (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('query', 'reject')),
  language TEXT NOT NULL CHECK (language IN ('en', 'de', 'sv', 'cs', 'nb')),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  operator TEXT NOT NULL,
  screen TEXT NOT NULL,
  name TEXT NOT NULL,
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scheduler_pause (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  since INTEGER NOT NULL,
  by TEXT NOT NULL,
  reason TEXT
) STRICT;

CREATE TABLE scheduler_run (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  last_run_at INTEGER NOT NULL,
  -- ms since the system started, suspended time included, at that run.
  last_uptime INTEGER NOT NULL,
  boot TEXT NOT NULL
) STRICT;

CREATE TABLE search_token (
  token TEXT NOT NULL,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (kind, token, entity)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE sharing_look (
  automation TEXT PRIMARY KEY REFERENCES automation (id),
  due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sharing_pause (
  automation TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER,
  PRIMARY KEY (automation, from_at)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE simulation_clock (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  now INTEGER NOT NULL
) STRICT;

CREATE TABLE sms_link (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (id),
  url TEXT NOT NULL,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE step_failure (
  key TEXT PRIMARY KEY,
  feature TEXT NOT NULL,
  step TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  code TEXT NOT NULL
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

CREATE TABLE strategy_group (
  id TEXT PRIMARY KEY,
  strategy TEXT NOT NULL REFERENCES strategy (id),
  name TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  contact_group TEXT NOT NULL REFERENCES contact_group (id),
  submitted_at INTEGER NOT NULL,
  policy_confirmed INTEGER NOT NULL CHECK (policy_confirmed IN (0, 1)),
  method TEXT NOT NULL CHECK (method IN ('web_form', 'purchase', 'event', 'partner', 'migration', 'other')),
  form_url TEXT,
  -- REV-19: the same form, whatever its spelling, and its registrable domain.
  form_key TEXT,
  form_domain TEXT,
  double_opt_in INTEGER CHECK (double_opt_in IN (0, 1)),
  consent_text TEXT,
  collected_from TEXT,
  collected_to TEXT,
  event_name TEXT,
  event_date TEXT,
  partner_name TEXT,
  partner_contract TEXT,
  previous_provider TEXT,
  details TEXT,
  contact_name TEXT,
  contact_phone TEXT,
  contact_email TEXT,
  sender_domain TEXT,
  -- REV-08: the operator who recorded the customer's text, and where it came from; null: by feed.
  recorded_by TEXT,
  recorded_source TEXT,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE suppression (
  account TEXT NOT NULL REFERENCES account (id),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'domain')),
  value TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (account, channel, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE team (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  observed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE unknown_entry (
  id TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;

CREATE TABLE usage (
  account TEXT NOT NULL REFERENCES account (id),
  resource TEXT NOT NULL,
  used INTEGER NOT NULL CHECK (used >= 0),
  observed_at INTEGER NOT NULL,
  PRIMARY KEY (account, resource)
) STRICT, WITHOUT ROWID;

CREATE INDEX account_by_company ON account (company_key, id);

CREATE INDEX account_by_contacts ON account (contacts_used, id);

CREATE INDEX account_by_created ON account (created_at, id);

CREATE INDEX account_by_plan_company ON account (plan, status, company_key, id);

CREATE INDEX account_by_plan_contacts ON account (plan, status, contacts_used, id);

CREATE INDEX account_by_plan_created ON account (plan, status, created_at, id);

CREATE INDEX answer_by_group ON answer (contact_group, answered_at, id);

CREATE INDEX automation_by_account ON automation (account, id);

CREATE INDEX automation_by_group ON automation (strategy_group, id);

CREATE INDEX automation_by_link ON automation (link, id);

CREATE INDEX automation_by_receiver ON automation (receiver, id);

CREATE INDEX automation_by_strategy ON automation (strategy, id);

CREATE INDEX blocklist_sync_by_crm ON blocklist_sync (crm, started_at, id);

CREATE INDEX cancellation_by_account ON cancellation (account, id);

CREATE INDEX cancellation_by_reason ON cancellation (reason, requested_at);

CREATE INDEX cancellation_due ON cancellation (ends, due_at, id) WHERE due_at IS NOT NULL;

CREATE UNIQUE INDEX cancellation_open ON cancellation (account) WHERE state IN ('requested', 'cancelled');

CREATE INDEX click_by_lead ON click (lead, clicked_at, id);

CREATE INDEX click_by_link ON click (link, clicked_at, id);

CREATE INDEX command_result_by_time ON command_result (at);

CREATE INDEX contact_by_account ON contact (account, id);

CREATE INDEX contact_group_by_account ON contact_group (account, id);

CREATE INDEX contact_group_by_source ON contact_group (source, id) WHERE source IS NOT NULL;

CREATE INDEX crm_by_account ON crm (account, id);

CREATE INDEX delivery_by_automation ON delivery (automation, state, id);

CREATE INDEX delivery_by_receiver ON delivery (receiver, lead);

CREATE INDEX delivery_by_state ON delivery (state, id);

CREATE INDEX delivery_defence ON delivery (defence_until, id) WHERE defence_until IS NOT NULL;

CREATE INDEX delivery_erase ON delivery (erase_at, id) WHERE erase_at IS NOT NULL;

CREATE INDEX delivery_recalls ON delivery (recalled_at, id) WHERE recalled_at IS NOT NULL AND acknowledged_at IS NULL;

CREATE INDEX directive_by_state ON directive (state, id);

CREATE INDEX entry_by_account ON entry (account, seq) WHERE account IS NOT NULL;

CREATE INDEX entry_by_actor ON entry (actor, seq);

CREATE INDEX entry_by_entity ON entry (entity, seq);

CREATE INDEX entry_by_kind ON entry (kind, seq);

CREATE INDEX entry_by_rule ON entry (rule, seq);

CREATE INDEX entry_by_time ON entry (at);

CREATE INDEX external_id_by_entity ON external_id (entity);

CREATE INDEX feed_import_by_state ON feed_import (state, id);

CREATE INDEX group_standing_by_account ON group_standing (account, contact_group);

CREATE INDEX hold_source_by_account ON hold_source (account, id) WHERE account IS NOT NULL;

CREATE INDEX invoice_by_account ON invoice (account, id);

CREATE INDEX invoice_climbs ON invoice (climbs_at, id) WHERE climbs_at IS NOT NULL;

CREATE INDEX lead_by_account ON lead (account, id);

CREATE INDEX legal_hold_by_account ON legal_hold (account, id);

CREATE INDEX legal_hold_ends ON legal_hold (ends_at, id) WHERE ended_at IS NULL;

CREATE INDEX limit_case_by_account ON limit_case (account, id);

CREATE INDEX limit_case_by_import ON limit_case (imported_by, id) WHERE imported_by IS NOT NULL AND closed_at IS NULL;

CREATE INDEX limit_case_candidates ON limit_case (candidate_since, id) WHERE candidate_since IS NOT NULL;

CREATE INDEX limit_case_due ON limit_case (enforces, due_at, id) WHERE due_at IS NOT NULL;

CREATE UNIQUE INDEX limit_case_open ON limit_case (account) WHERE closed_at IS NULL;

CREATE INDEX limit_row_bucket_next ON limit_row (bucket, cause, day, next_at, limit_case);

CREATE INDEX limit_row_bucket_opened ON limit_row (bucket, cause, day, opened_at, limit_case);

CREATE INDEX limit_row_bucket_over ON limit_row (bucket, cause, day, over_permille, limit_case);

CREATE INDEX limit_row_day_turns ON limit_row (day_turns_at) WHERE day_turns_at IS NOT NULL;

CREATE INDEX limit_row_tab_next ON limit_row (tab, cause, day, next_at, limit_case);

CREATE INDEX limit_row_tab_opened ON limit_row (tab, cause, day, opened_at, limit_case);

CREATE INDEX limit_row_tab_over ON limit_row (tab, cause, day, over_permille, limit_case);

CREATE INDEX mailbox_by_account ON mailbox (account, id);

CREATE INDEX maintenance_account_by_account ON maintenance_account (account, maintenance);

CREATE INDEX maintenance_account_due ON maintenance_account (due_at, maintenance, account) WHERE due_at IS NOT NULL;

CREATE INDEX maintenance_segment_by_segment ON maintenance_segment (segment, maintenance);

CREATE INDEX maintenance_window_by_start ON maintenance_window (starts_at, id);

CREATE INDEX message_by_account ON message (account, id);

CREATE INDEX message_by_state ON message (state, id);

CREATE INDEX message_due ON message (due_at, id) WHERE due_at IS NOT NULL;

CREATE INDEX message_held ON message (import) WHERE waits = 'admin';

CREATE INDEX plan_decision_awaited ON plan_decision (decided_at) WHERE confirmed_at IS NULL;

CREATE INDEX purge_by_account ON purge (account, id);

CREATE INDEX purge_by_due ON purge (state, due_at, id);

CREATE INDEX purge_next ON purge (erases, next_at, id) WHERE next_at IS NOT NULL;

CREATE UNIQUE INDEX purge_open ON purge (account) WHERE state IN ('planned', 'held', 'approval');

CREATE INDEX review_burn_down ON review (due_at, sla_from, held_until) WHERE due_at IS NOT NULL AND held_until IS NULL;

CREATE INDEX review_by_account ON review (account, id);

CREATE INDEX review_by_group ON review (contact_group, id);

CREATE INDEX review_by_submitted ON review (submitted_at) WHERE submitted_at IS NOT NULL;

CREATE INDEX review_claim_by_operator ON review_claim (operator, until);

CREATE INDEX review_decision_by_operator ON review_decision (operator, decided_at);

CREATE INDEX review_decision_by_review ON review_decision (review, review_version);

CREATE INDEX review_decision_by_time ON review_decision (decided_at, id);

CREATE INDEX review_decision_report ON review_decision (decided_at, state, outcome, operator, took_ms, in_time, review, review_version);

CREATE INDEX review_due ON review (due_at, id) WHERE due_at IS NOT NULL;

CREATE INDEX review_hand_over_by_receiver ON review_hand_over (receiver, at);

CREATE INDEX review_held ON review (held_until, id) WHERE held_until IS NOT NULL;

CREATE UNIQUE INDEX review_open ON review (contact_group, scope) WHERE state IN ('unsubmitted', 'pending', 'query');

CREATE INDEX review_row_company ON review_row (tab, overdue, flagged, language, method, company_key, review);

CREATE INDEX review_row_complete ON review_row (tab, overdue, flagged, language, method, incompleteness, review);

CREATE INDEX review_row_due ON review_row (tab, overdue, flagged, language, method, due_key, incompleteness, review);

CREATE INDEX review_row_receivers ON review_row (tab, overdue, flagged, language, method, receivers, review);

CREATE INDEX review_row_submitted ON review_row (tab, overdue, flagged, language, method, submitted_at, review);

CREATE INDEX review_row_turns ON review_row (due_key, review) WHERE tab = 'queue' AND overdue = 0;

CREATE INDEX review_sample ON review (sample_until, id) WHERE sample_until IS NOT NULL;

CREATE INDEX saved_reply_by_language ON saved_reply (language, kind, title, id);

CREATE INDEX saved_view_by_operator ON saved_view (operator, screen, created_at);

CREATE INDEX segment_by_account ON segment (account, id);

CREATE INDEX segment_by_mailbox ON segment (mailbox, id) WHERE mailbox IS NOT NULL;

CREATE INDEX segment_hold_by_account ON segment_hold (account, segment);

CREATE INDEX segment_hold_by_source ON segment_hold (source, account, segment) WHERE released_at IS NULL;

CREATE UNIQUE INDEX segment_hold_open ON segment_hold (segment, source) WHERE released_at IS NULL;

CREATE INDEX segment_hold_released ON segment_hold (released_by) WHERE released_by IS NOT NULL;

CREATE INDEX sharing_look_due ON sharing_look (due_at, automation);

CREATE INDEX sharing_setup_by_account ON sharing_setup (account, state, id);

CREATE INDEX sharing_setup_by_receiver ON sharing_setup (receiver, state, id);

CREATE INDEX sharing_setup_by_state ON sharing_setup (state, id);

CREATE INDEX sms_link_by_account ON sms_link (account, id);

CREATE INDEX step_failure_by_feature ON step_failure (feature, next_at);

CREATE INDEX strategy_by_account ON strategy (account, id);

CREATE INDEX strategy_group_by_strategy ON strategy_group (strategy, id);

CREATE INDEX submission_by_domain ON submission (form_domain, contact_group) WHERE form_domain IS NOT NULL;

CREATE INDEX submission_by_form ON submission (form_key, contact_group) WHERE form_key IS NOT NULL;

CREATE INDEX submission_by_group ON submission (contact_group, submitted_at, id);
