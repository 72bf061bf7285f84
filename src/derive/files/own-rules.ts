import type { LanguageType } from './linguist.ts';

/**
 * The few rules of our own, where Linguist has no word: which programs are tests, which data configures something. They never
 * change what counts for the truck factor, only which class a file shows.
 */

/** Folders that hold tests in most languages' conventions. */
const TEST_FOLDER =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|testing|e2e|integration-tests?|unit-tests?|androidTest|testFixtures|fixtures|__fixtures__|__mocks__|benches)\//;
const MAVEN_TESTS = /(?:^|\/)src\/(?:\w*[tT]est)\//;
/** `a.test.ts`, `a_test.go`, `test_a.py`, `a_spec.rb`, `conftest.py` */
const TEST_FILE = /^(?:tests?[_-][^/]*|[^/]*[._-](?:tests?|spec|specs)\.[^/.]+|conftest\.py|tests?\.[^/.]+)$/;
/** `OrderTest.java`, `OrderTests.cs`, `TestOrder.java`, `OrderSpec.scala`, `OrderIT.java` */
const CLASS_FILE =
  /^(?:Test[A-Z][^/]*|[^/]*[a-z0-9](?:Test|Tests|TestCase|Spec|IT))\.(?:java|kt|kts|scala|groovy|cs|fs|vb|php|swift|m|mm|cpp|cc|hs|dart)$/;
/** Perl's own: `t/01-basic.t` */
const PERL_TEST = /(?:^|\/)t\/[^/]*\.t$/;

/** Is the program at this path a test, by name? */
export function isTestPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    TEST_FOLDER.test(path) ||
    MAVEN_TESTS.test(path) ||
    TEST_FILE.test(name) ||
    CLASS_FILE.test(name) ||
    PERL_TEST.test(path)
  );
}

/** What Linguist lists among vendored paths though projects write it themselves: the set-up of forges, editors and tools. */
const OWN_CONFIGURATION =
  /(?:^|\/)(?:\.github\/|\.vscode\/|\.teamcity\/|\.idea\/|\.obsidian\/|\.gitattributes$|\.gitignore$|\.gitmodules$|Jenkinsfile$|Vagrantfile$|\.gitpod\.Dockerfile$)/;

export function isOwnConfiguration(path: string): boolean {
  return OWN_CONFIGURATION.test(path) && !path.startsWith('vendor/') && !path.includes('/vendor/');
}

const CONFIGURATION_LANGUAGES: ReadonlySet<string> = new Set([
  'YAML',
  'TOML',
  'INI',
  'JSON with Comments',
  'EditorConfig',
  'Git Attributes',
  'Git Config',
  'Ignore List',
  'Java Properties',
  'XML Property List',
  'Maven POM',
  'Go Module',
  'Go Workspace',
  'Go Checksums',
  'Dotenv',
  'Pip Requirements',
  'NPM Config',
  'ApacheConf',
  'Nginx',
  'HAProxy',
  'Browserslist',
  'Gradle',
  'OASv3-yaml',
  'OASv3-json',
  'Option List',
  'Proguard',
  'nanorc',
  'SSH Config',
  'Readline Config',
  'Wget Config',
  'cURL Config',
  'robots.txt',
  'CODEOWNERS',
]);
/** Programs whose only work is to set a tool up: `vite.config.ts`, `.eslintrc.js`. */
const CONFIGURATION_PROGRAM = /^(?:[^/]+\.config|\.[^/]+rc|\.[^/]+)\.(?:js|cjs|mjs|ts|cts|mts)$/;

/** JSON holds data as often as settings: these are settings. */
const CONFIGURATION_JSON = /^(?:[^/]+|(?:.*\/)?(?:package|composer|bower|manifest|[^/]*config[^/]*|[^/]*rc)\.json5?)$/;

/** Data that configures something, and programs that are nothing but a tool's set-up. */
export function isConfigurationPath(path: string, language: string | null, type: LanguageType | null): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (CONFIGURATION_PROGRAM.test(name)) return true;
  if (language === 'JSON' || language === 'JSON5') return CONFIGURATION_JSON.test(path);
  if (type === 'data') return language !== null && CONFIGURATION_LANGUAGES.has(language);
  // Dotfiles nobody calls a language: .npmrc, .prettierignore.
  return type === null && /^\.[^/]+$/.test(name) && !name.slice(1).includes('.');
}
