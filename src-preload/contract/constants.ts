/** What the window needs before anything else, apart from the schemas: the first screen loads no zod. */
export const ROLES = ['reviewer', 'support', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const LANGUAGES = ['en', 'de', 'sv', 'cs', 'nb'] as const
export type Language = (typeof LANGUAGES)[number]

/** Of an operator: 2 to 32 letters, digits, dots, dashes. */
export const SHORT_NAME = /^[\p{L}\p{N}._-]{2,32}$/u
