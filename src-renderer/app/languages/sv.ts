/** Every text in this language, in one piece: one request instead of one a file. */
export const texts = import.meta.glob<Record<string, unknown>>('../../locales/sv/*.json', { eager: true, import: 'default' })
