import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { HtmlReport, RenderReport, ReportLimits, WrittenReport } from '../domain/html-report.ts';
import type { Opened } from './open.ts';
import { openOwnFile, writeOwnFile } from './own-file.ts';

/** Where the built renderer lies: beside the program when it is built, in `dist/` when it runs from source. */
const MODULE = new URL(
  import.meta.url.endsWith('/src/app/report-file.ts') ? '../../dist/report/report.js' : './report/report.js',
  import.meta.url,
);

/** What every report of ours begins with: by it one is known, and may be written over. */
const BEGINNING = '<!doctype html>\n<!-- Fortnight report';

/** No report is larger, in bytes: it is to be mailed, and opened on a telephone. */
export const MOST_BYTES = 5_000_000;

/** From all there is down to next to nothing. */
const LIMITS: readonly Omit<ReportLimits, 'isCut'>[] = [
  { pieces: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY },
  { pieces: 50, rows: 1000 },
  { pieces: 20, rows: 100 },
  { pieces: 5, rows: 40 },
  { pieces: 0, rows: 10 },
];

/** The renderer, which is built from the page's own figures. `module` is for tests. */
export async function loadRenderer(module: URL = MODULE): Promise<RenderReport> {
  try {
    const { renderReport } = (await import(module.href)) as { renderReport: RenderReport };
    return renderReport;
  } catch (cause) {
    throw new FortnightError('no-page', 'The report is not built.', {
      hint: 'Build it with: npm run build:web.',
      cause,
    });
  }
}

/** The report as one file, with as much evidence as fits. */
export function reportText(
  report: HtmlReport,
  render: RenderReport,
): { readonly text: string; readonly isCut: boolean } {
  for (const [i, limits] of LIMITS.entries()) {
    const text = render(report, { ...limits, isCut: i > 0 });
    if (Buffer.byteLength(text) < MOST_BYTES) return { text, isCut: i > 0 };
  }
  throw new FortnightError('report-too-large', 'There is too much to tell for one file, even without any evidence.', {
    hint: 'Choose a shorter window: --since 90d.',
  });
}

/** Writes the report into a file a person named; of what stands there only an earlier report is written over. */
export async function writeReport(
  report: HtmlReport,
  { workspace }: Pick<Opened, 'workspace'>,
  effects: Pick<Effects, 'cwd'>,
  label: string,
  render?: RenderReport,
): Promise<WrittenReport> {
  const file = await openOwnFile(
    label,
    effects,
    workspace.repositories.map(({ location }) => location),
  );
  if (file.text !== null && file.text.trim() !== '' && !file.text.startsWith(BEGINNING)) {
    throw new FortnightError('foreign-file', `${label} is no report of Fortnight, and was left as it is.`, {
      hint: 'Choose another name, or move it away.',
      exitCode: EXIT.usage,
    });
  }
  const { text, isCut } = reportText(report, render ?? (await loadRenderer()));
  if (!(await writeOwnFile(file, text))) {
    throw new FortnightError('busy-file', `${label} is being changed meanwhile, and was left as it is.`, {
      hint: 'Try again.',
    });
  }
  return { file: label, bytes: Buffer.byteLength(text), isCut };
}
