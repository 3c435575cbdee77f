export { mayAnswer, maySubmit, RecordDialogs, type Recording } from './record/record-dialogs'
export { stateOf } from './review-marks'
export { SlaCountdown } from './sla-countdown'
