export { eventLook } from './event-look'
export { actorInWords, bodyLines, changeInWords, detailLines, eventSubject, eventTitle, type BodyLine } from './event-words'
export { usePlanNames } from './use-plan-names'
