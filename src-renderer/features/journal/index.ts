export { eventLook } from './event-look'
export { actorInWords, bodyLines, changeInWords, detailLines, eventTitle, tokenInWords, type BodyLine } from './event-words'
export { usePlanNames } from './use-plan-names'
