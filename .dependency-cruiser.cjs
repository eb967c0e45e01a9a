// Who may know whom: each rule is a sentence of ARCHITECTURE.md and bears its number. tooling/boundaries breaks every one
// of them on purpose and sees it fail.
const tests = '[.](test|test-d)[.]ts$';
const testTools = 'node_modules/(vitest|fast-check)/';
const shelf = '^apps/api/src/features/([^/]+)/';

// The portal's shelves stand beside its furniture, so they are known by the table "Shelves".
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const table = readFileSync(join(__dirname, 'ARCHITECTURE.md'), 'utf8').match(/^[|] `[a-z-]+` +[|]/gm) ?? [];
const portalShelf = `^apps/portal/src/(${table.map((row) => row.replace(/[^a-z-]/g, '')).join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: '1-core-imports-nothing-outside-itself',
      comment: 'core is pure: hand the fact, the day, the id or the dice in as an argument.',
      severity: 'error',
      from: { path: '^packages/core/', pathNot: `${tests}|vitest[.]config[.]ts$` },
      to: { pathNot: '^packages/core/src/' },
    },
    {
      name: '1-tests-of-core-import-core-and-test-tools',
      comment: 'A test of core needs nothing but core: give it its examples in the file.',
      severity: 'error',
      from: { path: `^packages/core/.*${tests}` },
      to: { pathNot: `^packages/core/src/|${testTools}` },
    },
    {
      name: '2-capture-imports-nothing-of-the-house',
      comment: 'capture reads evidence and knows nothing of the product.',
      severity: 'error',
      from: { path: '^packages/capture/' },
      to: { path: '^(packages|apps|e2e|tooling)/', pathNot: '^packages/capture/' },
    },
    {
      name: '2-capture-runs-anywhere',
      comment: 'capture runs in a page, a worker and on the server: only libraries that need neither Node nor a DOM.',
      severity: 'error',
      from: { path: '^packages/capture/src/', pathNot: tests },
      to: { pathNot: '^(packages|apps|e2e|tooling)/|node_modules/(libphonenumber-js|postal-mime)/' },
    },
    {
      name: '3-contract-imports-core-and-zod-only',
      comment: 'What crosses the wire is described by schemas alone.',
      severity: 'error',
      from: { path: '^packages/contract/', pathNot: `${tests}|vitest[.]config[.]ts$` },
      to: { pathNot: '^packages/(contract|core)/src/|node_modules/zod/' },
    },
    {
      name: '4-ui-knows-no-subject',
      comment: 'ui shows what it is given: pass the words and figures in as properties.',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: '^(packages|apps|e2e|tooling)/', pathNot: '^packages/ui/' },
    },
    {
      name: '5-api-never-imports-a-screen',
      comment: 'The API answers; it never shows.',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^(packages/ui|apps/(portal|extension))/' },
    },
    {
      name: '6-screens-never-import-the-api',
      comment: 'Portal and extension know the API by its contract and its addresses.',
      severity: 'error',
      from: { path: '^(apps/(portal|extension)|packages/ui)/' },
      to: { path: '^apps/api/|node_modules/(kysely|better-sqlite3|pg)/' },
    },
    {
      name: '6-portal-and-extension-are-strangers',
      comment: 'What both show belongs to packages/ui.',
      severity: 'error',
      from: { path: '^apps/(portal|extension)/' },
      to: { path: '^apps/(portal|extension)/', pathNot: '^apps/$1/' },
    },
    {
      name: '6-portal-does-not-read-pages',
      comment: 'Only the extension and the API read evidence.',
      severity: 'error',
      from: { path: '^apps/portal/' },
      to: { path: '^packages/capture/' },
    },
    {
      name: '7-features-meet-through-stores',
      comment: 'Ask the other feature through its store.ts, or build a shelf named for the meeting.',
      severity: 'error',
      from: { path: shelf, pathNot: '^apps/api/src/features/demo/' },
      to: { path: shelf, pathNot: '^apps/api/src/features/($1/|[^/]+/[a-z0-9-]*store[.]ts$)' },
    },
    {
      name: '7-the-demonstration-does-what-people-do',
      comment:
        'The demonstration meets everybody, by their use cases and stores; their routes and views are for the wire.',
      severity: 'error',
      from: { path: '^apps/api/src/features/demo/' },
      to: { path: '^apps/api/src/features/[^/]+/(routes|views)[.]ts$', pathNot: '^apps/api/src/features/demo/' },
    },
    {
      name: '7-portal-features-meet-through-queries',
      comment:
        'Ask another feature through its queries, mutations or picker; derivations and time lines are for everybody.',
      severity: 'error',
      from: { path: portalShelf },
      to: {
        path: portalShelf,
        pathNot:
          '^apps/portal/src/($1|explain|changes)/|^apps/portal/src/[^/]+/([a-z0-9-]+[.](queries|mutations)[.]ts|[A-Z][A-Za-z]*Picker[.]vue)$',
      },
    },
    {
      name: '8-only-stores-speak-kysely',
      comment: 'Stores speak domain in, SQL inside: move the query into store.ts.',
      severity: 'error',
      from: { pathNot: '^apps/api/src/(db/|.*store([.]test)?[.]ts$)' },
      to: { path: 'node_modules/kysely/' },
    },
    {
      name: '9-no-circular-imports',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: '10-solver-knows-the-port-and-highs',
      comment: 'The solver answers programmes; what they are about is the business of core and of who asks.',
      severity: 'error',
      from: { path: '^packages/solver/src/', pathNot: tests },
      to: { pathNot: '^packages/(solver/src|core/src/lp)/|node_modules/highs/' },
    },
    {
      name: '10-nobody-else-knows-highs',
      comment: 'Ask the solver through the port of core (core/lp), or through packages/solver.',
      severity: 'error',
      from: { pathNot: '^packages/solver/' },
      to: { path: 'node_modules/highs/' },
    },
    {
      name: 'tests-stay-tests',
      comment: 'What the product runs never imports a test or its tools.',
      severity: 'error',
      from: {
        path: '^(apps|packages)/',
        pathNot: `${tests}|vitest[.]config[.]ts$|/testing[/.-]`,
      },
      to: { path: `${tests}|${testTools}|^(e2e|tooling)/|/testing[/.-]` },
    },
    {
      name: 'every-import-is-found',
      comment: 'The file or package does not exist, or is not a dependency of this room.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|[?](raw|url|worker)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)([.]output|[.]wxt|dist|[.]nuxt-ui)/|components[.]d[.]ts$|auto-imports[.]d[.]ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
