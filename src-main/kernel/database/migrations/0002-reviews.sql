-- Group reviews (REV). A contact list of an account is a group: `contact_group`, since GROUP is a word of SQL.

-- Facts -----------------------------------------------------------------------------------------------------------------------

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
CREATE INDEX contact_group_by_account ON contact_group (account, id);
CREATE INDEX contact_group_by_source ON contact_group (source, id) WHERE source IS NOT NULL;

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
CREATE INDEX submission_by_group ON submission (contact_group, submitted_at, id);
CREATE INDEX submission_by_form ON submission (form_key, contact_group) WHERE form_key IS NOT NULL;
CREATE INDEX submission_by_domain ON submission (form_domain, contact_group) WHERE form_domain IS NOT NULL;

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
CREATE INDEX answer_by_group ON answer (contact_group, answered_at, id);

-- REV-17: erased 30 days after the decision; the counts stay.
CREATE TABLE address_sample (
  contact_group TEXT NOT NULL REFERENCES contact_group (id),
  email TEXT NOT NULL,
  PRIMARY KEY (contact_group, email)
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

-- Decisions -------------------------------------------------------------------------------------------------------------------

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
CREATE UNIQUE INDEX review_open ON review (contact_group, scope) WHERE state IN ('unsubmitted', 'pending', 'query');
CREATE INDEX review_by_group ON review (contact_group, id);
CREATE INDEX review_by_account ON review (account, id);
CREATE INDEX review_held ON review (held_until, id) WHERE held_until IS NOT NULL;
CREATE INDEX review_sample ON review (sample_until, id) WHERE sample_until IS NOT NULL;
CREATE INDEX review_due ON review (due_at, id) WHERE due_at IS NOT NULL;
-- DSK-02, DSK-10: counted without touching the rows.
CREATE INDEX review_burn_down ON review (due_at, sla_from, held_until) WHERE due_at IS NOT NULL AND held_until IS NULL;
CREATE INDEX review_by_submitted ON review (submitted_at) WHERE submitted_at IS NOT NULL;

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
CREATE INDEX review_decision_by_review ON review_decision (review, review_version);
CREATE INDEX review_decision_by_time ON review_decision (decided_at, id);
CREATE INDEX review_decision_report ON review_decision (decided_at, state, outcome, operator, took_ms, in_time, review, review_version);
CREATE INDEX review_decision_by_operator ON review_decision (operator, decided_at);

-- REV-01: no other path makes a group sendable. REV-18: receivers added after `sendable_before` stay out; null: none do.
CREATE TABLE group_standing (
  contact_group TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  sendable INTEGER NOT NULL CHECK (sendable IN (0, 1)),
  sendable_before INTEGER,
  since INTEGER NOT NULL,
  -- The latest review of the group itself.
  review TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX group_standing_by_account ON group_standing (account, contact_group);

-- REV-20: words come from the journal's detail.
CREATE TABLE policy_reason (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  ordinal INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  -- {en: {title, guidance}, de: …}
  words TEXT CHECK (words IS NULL OR json_valid(words)),
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Neither facts nor decisions ---------------------------------------------------------------------------------------------------

CREATE TABLE review_claim (
  review TEXT PRIMARY KEY,
  operator TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_claim_by_operator ON review_claim (operator, until);

CREATE TABLE review_snooze (
  review TEXT NOT NULL,
  operator TEXT NOT NULL,
  until INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (operator, review)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_hand_over (
  review TEXT PRIMARY KEY,
  sender TEXT NOT NULL,
  receiver TEXT NOT NULL,
  at INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_hand_over_by_receiver ON review_hand_over (receiver, at);

-- What an operator saw at the last look, to show what changed since.
CREATE TABLE review_seen (
  review TEXT NOT NULL,
  operator TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  seen TEXT NOT NULL CHECK (json_valid(seen)),
  PRIMARY KEY (review, operator)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_reply (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('query', 'reject')),
  language TEXT NOT NULL CHECK (language IN ('en', 'de', 'sv', 'cs', 'nb')),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_reply_by_language ON saved_reply (language, kind, title, id);

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY,
  operator TEXT NOT NULL,
  screen TEXT NOT NULL,
  name TEXT NOT NULL,
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_view_by_operator ON saved_view (operator, screen, created_at);

-- What the queue sorts, filters and counts by: worked out from the review and the facts, never decided on. Moot reviews have none.
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
CREATE INDEX review_row_due ON review_row (tab, overdue, flagged, language, method, due_key, incompleteness, review);
CREATE INDEX review_row_submitted ON review_row (tab, overdue, flagged, language, method, submitted_at, review);
CREATE INDEX review_row_complete ON review_row (tab, overdue, flagged, language, method, incompleteness, review);
CREATE INDEX review_row_company ON review_row (tab, overdue, flagged, language, method, company_key, review);
CREATE INDEX review_row_receivers ON review_row (tab, overdue, flagged, language, method, receivers, review);
CREATE INDEX review_row_turns ON review_row (due_key, review) WHERE tab = 'queue' AND overdue = 0;

-- Notices about one thing of several: `subject` is its internal uuid, '' for the account as a whole.
CREATE TABLE notice_of (
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  shown_at INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (account, kind, subject, shown_at)
) STRICT, WITHOUT ROWID;
INSERT INTO notice_of (account, kind, subject, shown_at, removed_at) SELECT account, kind, '', shown_at, removed_at FROM notice;
DROP TABLE notice;
ALTER TABLE notice_of RENAME TO notice;
