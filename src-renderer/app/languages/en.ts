/** Every text in this language, in one piece: one request instead of one a file. */
export const texts = import.meta.glob<Record<string, unknown>>('../../locales/en/*.json', { eager: true, import: 'default' })
