import { AUTOMATIONS, LINKS, STRATEGIES, STRATEGY_GROUPS, type FeedRow } from '@kernel/feeds/index'
import type { Unit } from '@kernel/unit'
import { evaluateSetup, evaluateWhere } from '../evaluate'
import { ownedTaker } from './owned'
import { account } from './references'

/** SHR-06: setups that stand on the changed row. */
const follow = (where: string) => (unit: Unit, _taking: unknown, row: FeedRow, stored: { readonly id: string }) =>
  evaluateWhere(unit, where, [stored.id], row.observedAt)

const strategy = STRATEGIES.at
export const strategyFeed = ownedTaker({
  kind: 'strategies',
  entity: 'strategy',
  table: 'strategy',
  id: strategy.strategy_id,
  copies: [
    ['name', strategy.name],
    ['kind', strategy.kind],
    ['active', strategy.active],
    ['removed_at', strategy.removed_at],
  ],
  parents: [['account', account(strategy.account_id)]],
  updated(unit, taking, row, stored) {
    follow('t.strategy = j.value')(unit, taking, row, stored)
    follow('t.strategy_group IN (SELECT g.id FROM strategy_group g WHERE g.strategy = j.value)')(unit, taking, row, stored)
  },
})

const group = STRATEGY_GROUPS.at
export const strategyGroupFeed = ownedTaker({
  kind: 'strategy_groups',
  entity: 'strategy_group',
  table: 'strategy_group',
  id: group.strategy_group_id,
  copies: [
    ['name', group.name],
    ['active', group.active],
    ['removed_at', group.removed_at],
  ],
  parents: [['strategy', { column: 'strategy_id', place: group.strategy_id, entity: 'strategy', kind: 'strategies' }]],
  updated: follow('t.strategy_group = j.value'),
})

const link = LINKS.at
export const linkFeed = ownedTaker({
  kind: 'links',
  entity: 'link',
  table: 'sms_link',
  id: link.link_id,
  copies: [
    ['url', link.url],
    ['removed_at', link.removed_at],
  ],
  parents: [['account', account(link.account_id)]],
  updated: follow('t.link = j.value'),
})

const automation = AUTOMATIONS.at
export const automationFeed = ownedTaker({
  kind: 'automations',
  entity: 'automation',
  table: 'automation',
  id: automation.automation_id,
  copies: [
    ['sms_text', automation.sms_text],
    ['wait_minutes', automation.wait_minutes],
    ['terms', automation.terms],
    ['terms_url', automation.terms_url],
    ['removed_at', automation.removed_at],
  ],
  parents: [
    ['account', account(automation.account_id)],
    ['strategy', { column: 'strategy_id', place: automation.strategy_id, entity: 'strategy', kind: 'strategies' }],
    ['link', { column: 'link_id', place: automation.link_id, entity: 'link', kind: 'links' }],
    ['receiver', account(automation.receiver_account_id, 'receiver_account_id')],
    ['strategy_group', { column: 'strategy_group_id', place: automation.strategy_group_id, entity: 'strategy_group', kind: 'strategy_groups' }],
  ],
  inserted: (unit, _taking, rows) => rows.forEach(({ id, row }) => void evaluateSetup(unit, id, row.observedAt)),
  updated: (unit, _taking, row, stored) => void evaluateSetup(unit, stored.id, row.observedAt),
})
