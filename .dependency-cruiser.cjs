// The house's import rules (docs/decisions/0001-the-house.md). `npm run check` holds them.
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'core runs anywhere: it imports only core; Temporal, the parsers of CSV and ZIP in formats, and the reader of numbers aside.',
      severity: 'error',
      from: { path: '^src/core', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [
          '^src/core',
          'node_modules/temporal-polyfill',
          'node_modules/papaparse',
          'node_modules/fflate',
          'node_modules/libphonenumber-js',
        ],
      },
    },
    {
      name: 'parsers-stay-in-formats',
      severity: 'error',
      from: { path: '^src/core', pathNot: ['^src/core/formats', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(papaparse|fflate)' },
    },
    {
      name: 'one-file-reads-telephone-numbers',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/core/people/phone\\.ts$' },
      to: { path: 'node_modules/libphonenumber-js' },
    },
    {
      name: 'the-kernel-knows-no-noun',
      severity: 'error',
      from: { path: '^src/core/kernel', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/core/(?!kernel)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'doors-do-not-open-the-store',
      comment: 'A door calls operations; only main.ts picks the store.',
      severity: 'error',
      from: { path: '^src/server/doors' },
      to: { path: '^src/server/store' },
    },
    {
      name: 'only-main-picks-adapters',
      severity: 'error',
      from: { path: '^src', pathNot: ['^src/server/main\\.ts$', '^src/server/store', '\\.test\\.ts$'] },
      to: { path: '^src/server/store/(sqlite|postgres)\\.ts$' },
    },
    {
      name: 'the-web-knows-the-server-by-its-types',
      comment: 'The browser runs core; of the server it knows only what travels between them.',
      severity: 'error',
      from: { path: '^src/web', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/server', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-web',
      severity: 'error',
      from: { path: '^src/(core|server)' },
      to: { path: '^src/web' },
    },
    {
      name: 'components-know-no-noun',
      severity: 'error',
      from: { path: '^src/web/ui' },
      to: { path: ['^src/web/(?!ui)', '^src/core'] },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^src', pathNot: '\\.test\\.ts$' },
      to: { path: ['^tests', '^bench', '\\.test\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
