/**
 * The house, as rules: which folder may know which. ARCHITECTURE.md tells the same in prose; `npm run check:rules`
 * holds it, and test/rules.test.ts shows that every rule can fail.
 *
 *     domain  <-  documents  <-  collect, derive, store, measures, absence, records, report  <-  app  <-  cli, http, mcp  <-  web
 */
const TESTS = '(\\.test\\.tsx?$|^test/)';
const ROOMS = 'collect|derive|store|measures|absence|records|report';
const SURFACES = 'cli|http|mcp';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-circles',
    comment: 'Two modules that need each other are one module; cut the shared part out, or join them.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A module nobody imports and that imports nobody is not part of the product.',
    severity: 'error',
    from: { orphan: true, path: '^(src|scripts)/', pathNot: TESTS },
    to: {},
  },
  {
    name: 'domain-stands-alone',
    comment: 'The nouns are what everything else agrees on; were they to know a room, every room would know it.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: TESTS },
    to: { path: '^src/', pathNot: '^src/domain/' },
  },
  {
    name: 'domain-does-nothing',
    comment: 'Types and schemas: no files, clock, processes or network, so nothing but zod from outside.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: TESTS },
    to: { pathNot: ['^src/', '(^|/)zod(/|$)'] },
  },
  {
    name: 'rooms-know-only-the-domain',
    comment:
      'Collectors, derivations, the store, measures and renderers meet in `app` alone: each can be read, tested and replaced by itself.',
    severity: 'error',
    from: { path: `^src/(${ROOMS})/`, pathNot: TESTS },
    to: { path: '^src/', pathNot: '^src/(domain|documents|$1)/' },
  },
  {
    name: 'documents-are-text',
    comment:
      'How people write Markdown, and how it is changed without touching what was not meant: text in, text out. Those who collect decisions and those who keep records read them alike.',
    severity: 'error',
    from: { path: '^src/documents/', pathNot: TESTS },
    to: { path: '^src/', pathNot: '^src/(domain|documents)/' },
  },
  {
    name: 'app-knows-no-surface',
    comment: 'What the product does must not depend on where it is shown; a second surface comes without touching it.',
    severity: 'error',
    from: { path: '^src/app/', pathNot: TESTS },
    to: { path: `^src/(${SURFACES}|web)/` },
  },
  {
    name: 'surfaces-stay-thin',
    comment:
      'A surface reads words, asks the app and shows what it answers; it never reaches past the app to facts, measures or renderers, nor into another surface; only the command that starts the server knows the door of it.',
    severity: 'error',
    from: { path: `^src/(${SURFACES})/`, pathNot: TESTS },
    to: { path: '^src/', pathNot: ['^src/(domain|app|$1)/', '^src/http/server\\.ts$'] },
  },
  {
    name: 'web-talks-through-types',
    comment:
      'The web application reaches the server by HTTP; it may know the nouns, and the shape of the questions, and nothing else.',
    severity: 'error',
    from: { path: '^src/web/', pathNot: TESTS },
    to: { path: '^src/', pathNot: '^src/(web|http|domain)/' },
  },
  {
    name: 'web-carries-no-server',
    comment: 'What the page imports is sent to a browser: of the server it may know types alone.',
    severity: 'error',
    from: { path: '^src/web/', pathNot: TESTS },
    to: { path: '^src/http/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'measures-and-renderers-are-pure',
    comment:
      'Rows in, report out; report in, text out: no files, no clock, no processes, so a test is a literal table.',
    severity: 'error',
    from: { path: '^src/(measures|report|absence|documents|records)/', pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'only-the-collector-starts-programs',
    comment:
      'Git runs on repositories of strangers: every start of it stands in one folder, under one profile. The browser is shown the page by one file, which starts the opener of the platform and passes it nothing of a repository.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/collect/', '^src/app/show-in-browser\\.ts$', TESTS] },
    to: { dependencyTypes: ['core'], path: '^(node:)?(child_process|cluster)$' },
  },
  {
    name: 'nothing-goes-online',
    comment:
      'Local first: Fortnight sends nothing anywhere. Nothing in it can open a connection but the server of the page, which answers on 127.0.0.1 alone and asks nobody.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/(collect/(github|gitlab)|http|mcp)/', TESTS] },
    to: { dependencyTypes: ['core'], path: '^(node:)?(net|tls|http|https|http2|dgram|dns)(/|$)' },
  },
  {
    name: 'only-the-store-knows-the-engine',
    comment: 'Facts rest in one place and are asked through `Query`; the engine can be replaced there.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/store/', TESTS] },
    to: { path: 'node_modules/@duckdb/' },
  },
  {
    name: 'nothing-imports-tests',
    comment: 'Tests may know everything; the product and its scripts run without them.',
    severity: 'error',
    from: { path: '^(src|scripts)/', pathNot: TESTS },
    to: { path: TESTS },
  },
  {
    name: 'nothing-imports-scripts',
    comment: 'Scripts build and measure the product; they are not in the package.',
    severity: 'error',
    from: { path: '^src/', pathNot: TESTS },
    to: { path: '^scripts/' },
  },
  {
    name: 'no-development-dependency-in-the-product',
    comment:
      'Whoever installs Fortnight does not get what it is developed with; what they may add themselves is a peer, asked for only when it is needed.',
    severity: 'error',
    // The page is built before it is published, and carries what it needs with it.
    from: { path: '^src/', pathNot: ['^src/web/', TESTS] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm-peer'] },
  },
  {
    name: 'no-undeclared-dependency',
    comment: 'A package that another one happens to bring is gone when that one changes its mind.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer', 'npm-dev'] },
  },
  {
    name: 'everything-resolves',
    comment: 'An import that leads nowhere fails when it runs.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
