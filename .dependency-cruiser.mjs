// Who may know whom (src-main/README.md draws it). Paths are relative, so that the violating example in
// scripts/architecture/fixtures is judged by the very same rules.
const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

export default {
  forbidden: [
    error(
      'no-cycle',
      'Two files that need each other at run time are one file, or need a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    error('no-unresolved', 'Points at nothing.', {}, { couldNotResolve: true, pathNot: String.raw`\?raw$` }),
    error(
      'contract-needs-zod-only',
      'The contract is shared by every process.',
      { path: '^src-preload/contract/' },
      { pathNot: '^src-preload/contract/|^node_modules/zod/' },
    ),
    error(
      'preload-needs-contract-only',
      'The preload is the smallest thing that works.',
      { path: '^src-preload/(?!contract/)' },
      { pathNot: '^src-preload/', dependencyTypesNot: ['npm-dev'] },
    ),
    error(
      'window-knows-no-desk',
      'The window shows and asks; it decides nothing.',
      { path: '^src-renderer/' },
      { path: '^src-main/|^src-preload/(?!contract/)' },
    ),
    error('window-has-no-node', 'There is no Node in the window.', { path: '^src-renderer/' }, { dependencyTypes: ['core'] }),
    error(
      'window-features-by-door',
      'Another screen’s parts only through its index or screen.',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/features/([^/]+)/', pathNot: ['^src-renderer/features/$1/', '^src-renderer/features/[^/]+/(index|screen)\\.tsx?$'] },
    ),
    error('window-kit-knows-no-screen', 'The kit serves every screen.', { path: '^src-renderer/kit/' }, { path: '^src-renderer/features/' }),
    error(
      'host-knows-no-domain',
      'The host opens windows and keeps the desk running.',
      { path: '^src-main/host/' },
      { path: '^src-main/(?!host/)|^src-renderer/' },
    ),
    error(
      'only-host-and-preload-know-electron',
      'The desk runs without Electron too.',
      { pathNot: '^src-main/host/|^src-preload/preload\\.ts$' },
      { path: '(^|/)node_modules/electron/|^electron$' },
    ),
    error(
      'only-database-knows-sqlite',
      'SQL goes through the kernel’s connection, which sets the pragmas.',
      { path: '^src-main/', pathNot: '^src-main/kernel/' },
      { path: '(^|/)node_modules/better-sqlite3/|^better-sqlite3$' },
    ),
    error(
      'kernel-knows-no-feature',
      'Features stand on the kernel, never the other way.',
      { path: '^src-main/kernel/' },
      { path: '^src-main/(?!kernel/)|^src-renderer/' },
    ),
    error(
      'feature-knows-no-desk',
      'Features are put together by the desk and know nothing of it.',
      { path: '^src-main/features/' },
      { path: '^src-main/(desk|host)/|^src-renderer/' },
    ),
    error(
      'feature-by-door',
      'Another feature only through its index.ts.',
      { path: '^src-main/features/([^/]+)/' },
      { path: '^src-main/features/([^/]+)/', pathNot: ['^src-main/features/$1/', '^src-main/features/[^/]+/index\\.ts$'] },
    ),
    error(
      'desk-by-door',
      'The desk takes features through their index.ts.',
      { path: '^src-main/desk/' },
      { path: '^src-main/features/', pathNot: '^src-main/features/[^/]+/index\\.ts$' },
    ),
    error('desk-knows-no-host', 'The desk runs without a window.', { path: '^src-main/desk/' }, { path: '^src-main/host/|^src-renderer/' }),
    error(
      'rules-are-pure',
      'A rule decides from what it is given: no SQL, no clock, no files.',
      { path: '^src-main/features/[^/]+/rules(\\.ts$|/)' },
      {
        path: '/(store|commands|queries|tasks|feed)\\.ts$|^src-main/kernel/(database|journal|outbox|scheduler|feeds|unit|clock)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    error(
      'rules-use-no-node',
      'A rule decides from what it is given.',
      { path: '^src-main/features/[^/]+/rules(\\.ts$|/)' },
      { dependencyTypes: ['core'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.[cm]?tsx?$|/testing/|^src-renderer/test-setup\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}
