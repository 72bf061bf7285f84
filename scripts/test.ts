/**
 * `npm test`: types, lint, the rules of the house, dead code and the whole suite, each step run even when another
 * failed, and one closing line that counts them all: a check counts as one test. `npm test -- PATTERN` runs only the
 * tests whose file matches. Chromium, which the tests of the page drive, is installed first where it is missing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installChromium } from './browser/install-chromium.ts';
import { buildStale } from './build-stale.ts';

const CHECKS = ['check:types', 'check:lint', 'check:rules', 'check:dead'];

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** What of Vitest's JSON result is read here. */
interface SuiteResult {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
}

function suite(patterns: readonly string[]): Tally {
  const directory = mkdtempSync(join(tmpdir(), 'fortnight-test-'));
  const file = join(directory, 'result.json');
  try {
    const code = run('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...patterns,
    ]);
    return tally(code, readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A file that could not be loaded has no tests and is one failure; so is a run that failed without saying where. */
function tally(code: number, json: string): Tally {
  const result = JSON.parse(json) as SuiteResult;
  const unloaded = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  ).length;
  const failed = result.numFailedTests + unloaded;
  return {
    passed: result.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

// Some tests run the program from its source, which shows what stands in dist/.
buildStale();
const patterns = process.argv.slice(2);
const drivesPage = patterns.length === 0 || patterns.some((pattern) => /browser|html-report/.test(pattern));
// Tests of the page fail without it, each by itself; the one reason is said at the end.
const lacking = drivesPage ? installChromium() : null;
const failedChecks = patterns.length > 0 ? [] : CHECKS.filter((check) => run('npm', ['run', '--silent', check]) !== 0);
const tests = suite(patterns);
const passed = tests.passed + (patterns.length > 0 ? 0 : CHECKS.length - failedChecks.length);
const failed = tests.failed + failedChecks.length;
for (const check of failedChecks) process.stdout.write(`failed: npm run ${check}\n`);
if (lacking !== null) process.stdout.write(`${lacking}\n`);
if (tests.skipped > 0) process.stdout.write(`${tests.skipped} skipped\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
