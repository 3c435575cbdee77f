interface ImportMeta {
  /** Replaced by the bundler: the files' texts by path. */
  glob<T>(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, T>
}
