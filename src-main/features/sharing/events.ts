import { CONDITIONS, DELIVERY_REASONS, SETUP_STATES } from '@contract/sharing'
import { defineEvent, field, type DecisionTable, type EventDefinition } from '@kernel/journal/index'

const instantOrNone = field.nullable(field.integer)
const names = field.list(field.oneOf(CONDITIONS))

/** SHR-02, SHR-06: what a setup is from `since` (ms UTC) on, and what it waits for. */
const setupEvent = (kind: string) =>
  defineEvent({
    kind: `sharing.${kind}`,
    body: { receiver: field.uuid, state: field.oneOf(SETUP_STATES), waits: names, since: field.integer },
    apply: (db, { entity, account, at, version, body: { receiver, state, waits, since } }) => {
      db.run(
        `INSERT INTO sharing_setup (id, account, receiver, state, waits_for, changed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET account = excluded.account, receiver = excluded.receiver, state = excluded.state,
           waits_for = excluded.waits_for, changed_at = excluded.changed_at, version = excluded.version`,
        entity,
        account,
        receiver,
        state,
        JSON.stringify(waits),
        at,
        version,
      )
      const open = db.get<{ from_at: number }>('SELECT from_at FROM sharing_pause WHERE automation = ? AND until_at IS NULL', entity)
      if (state !== 'active' && open === undefined)
        db.run(
          'INSERT INTO sharing_pause (automation, from_at, until_at) VALUES (?, ?, NULL) ON CONFLICT (automation, from_at) DO UPDATE SET until_at = NULL',
          entity,
          since,
        )
      else if (state === 'active' && open !== undefined)
        db.run('UPDATE sharing_pause SET until_at = ? WHERE automation = ? AND from_at = ?', Math.max(since, open.from_at), entity, open.from_at)
    },
  })

export const setupEvents = {
  opened: setupEvent('opened'),
  activated: setupEvent('activated'),
  paused: setupEvent('paused'),
  resumed: setupEvent('resumed'),
  waits_changed: setupEvent('waits_changed'),
  ended: setupEvent('ended'),
} as const

/** SHR-05, SHR-09: what came of a click. The detail is the message as it was then. */
const judgedEvent = (kind: 'delivered' | 'quarantined' | 'refused') =>
  defineEvent({
    kind: `sharing.${kind}`,
    body: {
      lead: field.uuid,
      automation: field.uuid,
      receiver: field.uuid,
      group: field.uuid,
      click: field.uuid,
      clicked: field.integer,
      why: field.nullable(field.oneOf(DELIVERY_REASONS)),
      held: names,
      missing: names,
      terms: field.oneOf(['generated', 'own', 'none']),
      erase: instantOrNone,
    },
    apply: (db, { entity, account, at, version, body, detail }) => {
      const said = detail as { message?: string; termsUrl?: string | null } | null
      db.run(
        `INSERT OR REPLACE INTO delivery (id, lead, automation, account, receiver, strategy_group, click, clicked_at, state, at, why, held, missing,
           terms, terms_url, message, delivered_at, erase_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entity,
        body.lead,
        body.automation,
        account,
        body.receiver,
        body.group,
        body.click,
        body.clicked,
        kind,
        at,
        body.why,
        JSON.stringify(body.held),
        JSON.stringify(body.missing),
        body.terms,
        said?.termsUrl ?? null,
        said?.message ?? null,
        kind === 'delivered' ? at : null,
        body.erase,
        version,
      )
    },
  })

export const judgedEvents = { delivered: judgedEvent('delivered'), quarantined: judgedEvent('quarantined'), refused: judgedEvent('refused') } as const

/** SHR-10: the lead's data is gone; the receiver is told. */
export const recalled = defineEvent({
  kind: 'sharing.recalled',
  body: {},
  apply: (db, { entity, at, version }) =>
    void db.run("UPDATE delivery SET state = 'recalled', at = ?, recalled_at = ?, version = ? WHERE id = ?", at, at, version, entity),
})

export const recallAcknowledged = defineEvent({
  kind: 'sharing.recall_acknowledged',
  body: {},
  apply: (db, { entity, at, version }) => void db.run('UPDATE delivery SET acknowledged_at = ?, version = ? WHERE id = ?', at, version, entity),
})

/** SHR-08: a contract moved the day on which what was received goes; null: not while the contract runs. */
export const retentionDated = defineEvent({
  kind: 'sharing.retention_dated',
  body: { erase: instantOrNone },
  apply: (db, { entity, version, body }) => void db.run('UPDATE delivery SET erase_at = ?, version = ? WHERE id = ?', body.erase, version, entity),
})

/** SHR-08, SHR-10: what was received goes, with a recall; a pseudonymous record stays until `defence` (ms UTC). */
export const erased = defineEvent({
  kind: 'sharing.erased',
  body: { defence: field.integer },
  apply: (db, { entity, at, version, body }) =>
    void db.run(
      `UPDATE delivery SET state = 'erased', at = ?, message = NULL, terms_url = NULL, erase_at = NULL, defence_until = ?,
         recalled_at = coalesce(recalled_at, ?), version = ? WHERE id = ?`,
      at,
      body.defence,
      at,
      version,
      entity,
    ),
})

/** SHR-08: the record goes too. */
export const defenceEnded = defineEvent({
  kind: 'sharing.defence_ended',
  body: {},
  apply: (db, { entity }) => void db.run('DELETE FROM delivery WHERE id = ?', entity),
})

/** SHR-10: on request. */
export const leadErased = defineEvent({ kind: 'sharing.lead_erased', body: {} })

export const sharingEvents = [
  ...Object.values(setupEvents),
  ...Object.values(judgedEvents),
  recalled,
  recallAcknowledged,
  retentionDated,
  erased,
  defenceEnded,
  leadErased,
] as readonly EventDefinition[]

export const sharingTables: readonly DecisionTable[] = [
  { table: 'sharing_setup', key: ['id'] },
  { table: 'sharing_pause', key: ['automation', 'from_at'] },
  { table: 'delivery', key: ['id'] },
]
