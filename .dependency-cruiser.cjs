/** The layers of docs/architecture.md, as rules. `scripts/check-layers.ts` proves that a planted violation fails. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'nothing-missing', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    only('shared-alone', '^src/shared/', ['^src/shared/'], 'shared runs anywhere and knows nobody'),
    only(
      'engine-down',
      '^src/shared/engine/',
      ['^src/shared/engine/', '^src/shared/model/', '^src/shared/errors\\.ts$'],
      'the engine knows model and errors only',
    ),
    only('model-alone', '^src/shared/model/', ['^src/shared/model/', '^src/shared/errors\\.ts$'], 'nouns know nouns'),
    only(
      'renderer-to-shared',
      '^src/renderer/',
      ['^src/renderer/', '^src/shared/'],
      'the app reads through the contract only',
    ),
    {
      name: 'renderer-without-engine',
      severity: 'error',
      comment: 'computing belongs to the compute threads',
      from: { path: '^src/renderer/' },
      to: { path: '^src/shared/engine/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'screens-apart',
      severity: 'error',
      comment: 'screens never import each other',
      from: { path: '^src/renderer/screens/([^/]+)/' },
      to: { path: '^src/renderer/screens/', pathNot: '^src/renderer/screens/$1/' },
    },
    only('import-down', '^src/main/import/', ['^src/main/import/', '^src/shared/'], 'import knows shared'),
    only('store-down', '^src/main/store/', ['^src/main/store/', '^src/shared/'], 'store knows shared'),
    only(
      'services-down',
      '^src/main/services/',
      ['^src/main/services/', '^src/main/import/', '^src/main/store/', '^src/shared/'],
      'services join import, store and engine',
    ),
    only(
      'workers-down',
      '^src/main/workers/',
      ['^src/main/workers/', '^src/main/services/', '^src/main/import/', '^src/main/store/', '^src/shared/'],
      'threads assemble services',
    ),
    {
      name: 'one-sqlite',
      severity: 'error',
      comment: 'one import, one file: the encrypted build drops in there; other programs’ databases are only read',
      from: { path: '^src/', pathNot: '^src/main/(store/sqlite|import/readers/open-sqlite)\\.ts$' },
      to: { path: 'better-sqlite3', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-in-shared',
      severity: 'error',
      from: { path: '^src/(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-in-desktop',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/hosts/desktop/' },
      to: { path: '(^|/)node_modules/electron/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/renderer/tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
