import { ANSWERS, entityTaker, textOf, type FeedRow } from '@kernel/feeds/index'
import { answerTaken } from '../evaluate'
import { groupsNamed, hasGroup, staysWith, type NamedGroups } from './named-groups'

const { at } = ANSWERS

/** REV-07: what customers answer to questions. Without a question it is an addition, or only stored. */
export const answerFeed = entityTaker<NamedGroups>({
  kind: 'answers',
  entity: 'answer',
  table: 'answer',
  versioned: false,
  id: at.answer_id,
  copies: [
    ['answered_at', at.answered_at],
    ['text', at.text],
    ['removed_at', at.removed_at],
  ],
  prepare: ({ db }, rows) =>
    groupsNamed(
      db,
      rows.map(({ values }) => values[at.group_id]),
    ),
  acceptable: (taking, row, groups, stored) =>
    hasGroup(taking, row, groups, at.group_id) && staysWith(taking, row, groups.get(textOf(row, at.group_id)), stored),
  extra: (row, groups) => ({ contact_group: groups.get(textOf(row, at.group_id))!.id }),
  inserted(unit, _taking, rows, groups) {
    const said = rows.filter(({ row }) => !isRemoved(row)).map(({ id, row }) => ({ id, row, on: row.values[at.answered_at] as number }))
    for (const { id, row, on } of said.sort((a, b) => a.on - b.on)) {
      const { id: group, account } = groups.get(textOf(row, at.group_id))!
      answerTaken(unit, { group, account, answer: id, at: on })
    }
  },
  updated(unit, _taking, row, stored, changes, groups) {
    // One that is taken back stays in the thread's record; nothing waits for it.
    if (isRemoved(row)) return
    const { id: group, account } = groups.get(textOf(row, at.group_id))!
    const on = 'answered_at' in changes ? (changes['answered_at'] as number) : row.observedAt
    answerTaken(unit, { group, account, answer: stored.id, at: on })
  },
})

const isRemoved = ({ values }: FeedRow): boolean => typeof values[at.removed_at] === 'number'
