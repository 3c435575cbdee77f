export { planMessage, messageStanding, releaseHeld, wakeMessages, withdrawMessage, type MessageStanding, type PlannedMessage } from './plan'
export { noticesShown, removeNotice, showNotice } from './notices'
export { issueDirective } from './directives/issue'
export { judgeDirectiveResult, recordDirectiveResult, type DirectiveResult } from './directives/result'
export { directiveCourier, directiveFolder } from './directives/courier'
export { judgeBounce, recordBounce, type Bounce } from './bounce'
export { makeTransport, mailCourier } from './courier/mail-courier'
export { settleInterrupted } from './courier/settle'
export { markDelivered, outboxPersonEvents, sendAgain } from './person'
export { previewMessage, renderNow, type RenderedView } from './render/message'
export type { RenderedText } from './render/body'
export {
  directiveTarget,
  directiveTargetSet,
  MAIL_PASSWORD,
  mailRoute,
  mailRouteSet,
  NO_SENDER,
  parseMailRoute,
  setDirectiveTarget,
  setMailRoute,
  type MailRoute,
} from './settings'
export type { MessageRow } from './message-row'
export type { MessageRecord, MessageTemplate, TemplateText, Verdict } from './template'
