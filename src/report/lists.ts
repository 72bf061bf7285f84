import type { CleanedFiles, ExportedFiles } from '../domain/housekeeping.ts';
import type { WrittenReport } from '../domain/html-report.ts';
import { type Block, command, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import type { ScanSummary } from '../domain/scan-summary.ts';
import { counted, decimal, numeral } from '../domain/words.ts';

/** Which measures there are: the product in one page. */
export function cataloguePage(measures: readonly { readonly id: string; readonly question: string }[]): Page {
  return {
    blocks: [
      { kind: 'headline', left: strong('Measures'), right: quiet(counted(measures.length, 'question')) },
      {
        kind: 'table',
        columns: [
          { label: 'measure', align: 'left', overflow: 'elide' },
          { label: 'what it answers', align: 'left', overflow: 'wrap' },
        ],
        rows: measures.map((measure) => [command(measure.id), measure.question]),
      },
      textBlock([
        quiet('Ask one: '),
        command('fortnight measure <id>'),
        quiet(' · take it apart: '),
        command('fortnight explain <id>'),
      ]),
    ],
  };
}

const MODES: Readonly<Record<ScanSummary['repositories'][number]['mode'], string>> = {
  full: 'read in full',
  incremental: 'what was new was read',
  unchanged: 'nothing was new',
  skipped: 'looks as it did, so nothing was read',
};

/** What a scan did. */
export function scanPage(summary: ScanSummary): Page {
  const warnings = summary.repositories.flatMap((r) => r.warnings.map((w) => `${r.repository}: ${w}`));
  const blocks: Block[] = summary.repositories.map((r) =>
    textBlock([strong(r.repository), `: ${counted(r.commits, 'commit')}; ${MODES[r.mode]}.`]),
  );
  if (warnings.length > 0) blocks.push({ kind: 'list', items: warnings });
  blocks.push(textBlock(quiet(`Facts rest in ${summary.dataDirectory}`)));
  return { blocks };
}

/** What an export wrote. */
export function exportedPage({ directory, files }: ExportedFiles): Page {
  return {
    blocks: [
      textBlock([
        strong(counted(files.length, 'file')),
        ` written to ${directory}; README.md there says what each column means.`,
      ]),
      textBlock(quiet('They name people and paths of the repository: keep them as private as it is.')),
    ],
  };
}

/** What a report came to. */
export function writtenPage({ file, bytes, isCut }: WrittenReport): Page {
  return {
    blocks: [
      textBlock([strong(file), ` holds the report (${size(bytes)}); any browser opens it, without a network.`]),
      ...(isCut ? [textBlock(quiet('Not all evidence fitted; the file says how much it lists.'))] : []),
      textBlock(quiet('It tells of people’s work and of paths of the repository: keep it as private as it is.')),
    ],
  };
}

/** What was removed from the data directory. */
export function cleanedPage({ dataDirectory, removed, bytes, left }: CleanedFiles): Page {
  const blocks: Block[] = [
    textBlock(
      removed.length === 0
        ? `Nothing to remove in ${dataDirectory}.`
        : `Removed the facts of ${counted(removed.length, 'repository', 'repositories')} (${size(bytes)}) from ${dataDirectory}.`,
    ),
  ];
  if (left.length > 0) {
    blocks.push({
      kind: 'section',
      title: 'Left, because Fortnight did not write it or is at work there',
      sure: null,
      blocks: [{ kind: 'list', items: left }],
    });
  }
  return { blocks };
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${numeral(Math.ceil(bytes / 1000))} kB` : `${decimal(bytes / 1_000_000)} MB`;
}
