import type { Diagnosis, Finding } from '../domain/diagnosis.ts';
import { type Block, type Page, quiet, type Span, strong, textBlock } from '../domain/page.ts';
import { calendarDay, counted, numeral } from '../domain/words.ts';
import { NOTHING } from './figures.ts';
import { notesBlock, windowText } from './measure.ts';
import { placesBlock } from './record-places.ts';

/** What evidence there is and what is missing, as a page. */
export function diagnosisPage(diagnosis: Diagnosis): Page {
  const { versions, lead } = diagnosis;
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('Evidence'),
        right: quiet(`${diagnosis.repositories.join(', ')} · ${windowText(diagnosis.window)}`),
      },
      textBlock(strong(diagnosisSummary(diagnosis))),
      evidenceTable(diagnosis.evidence),
      blockedSection(diagnosis),
      ...diagnosis.sources.map(sourceSection),
      recordsSection(diagnosis),
      section('What was used', [
        {
          kind: 'facts',
          rows: [
            {
              label: 'Lead',
              value:
                lead.name === null
                  ? lead.reason
                  : lead.reason.startsWith(lead.name)
                    ? lead.reason
                    : `${lead.name}. ${lead.reason}`,
            },
            { label: 'Fortnight', value: versions.fortnight },
            { label: 'Node', value: versions.node },
            { label: 'Git', value: versions.git },
            { label: 'Facts in', value: diagnosis.dataDirectory },
          ],
        },
      ]),
      ...(diagnosis.notes.length > 0 ? [notesBlock(diagnosis.notes)] : []),
    ],
  };
}

const section = (title: string, blocks: readonly Block[]): Block => ({ kind: 'section', title, sure: null, blocks });

/** How much of what Fortnight reads is here, in a sentence or two. */
export function diagnosisSummary({ evidence, blocked }: Pick<Diagnosis, 'evidence' | 'blocked'>): string {
  const lacking = evidence.filter((finding) => finding.state !== 'there');
  if (lacking.length === 0 && blocked.length === 0) return 'Everything Fortnight reads from git is here.';
  const lacks =
    lacking.length === 0 ? '' : `Missing or thin: ${lacking.map((f) => f.title.toLowerCase()).join(', ')}. `;
  return `${lacks}${blocked.length === 0 ? 'Every measure has an answer.' : `${counted(blocked.length, 'measure')} cannot answer here.`}`;
}

const STATES: Readonly<Record<Finding['state'], Span | string>> = {
  there: { text: 'there', tone: 'good' },
  thin: { text: 'thin', tone: 'warn' },
  missing: { text: 'missing', tone: 'warn' },
};

function evidenceTable(evidence: readonly Finding[]): Block {
  return {
    kind: 'table',
    columns: [
      { label: 'evidence', align: 'left', overflow: 'elide' },
      { label: 'state', align: 'left', overflow: 'elide' },
      { label: 'what was found, and what would give more', align: 'left', overflow: 'wrap' },
    ],
    rows: evidence.map((f) => [
      f.title,
      STATES[f.state],
      f.remedy === null ? f.finding : [f.finding, quiet(` ${f.remedy}`)],
    ]),
  };
}

function blockedSection({ blocked }: Diagnosis): Block {
  if (blocked.length === 0) return textBlock(quiet('Every measure has an answer here.'));
  return section('What cannot be answered', [
    { kind: 'facts', rows: blocked.map((b) => ({ label: b.measure, value: b.because })) },
  ]);
}

function recordsSection({ records, exposed }: Diagnosis): Block {
  const blocks: Block[] = [placesBlock(records)];
  if (exposed.length > 0) {
    const files = exposed.map(({ repository, path }) => `${repository}: ${path}`);
    const words = `${counted(exposed.length, 'private record')} in a repository, where none belongs. Take them out (git rm --cached), move them to the folder above, and let "fortnight records guard" refuse the next.`;
    blocks.push(textBlock({ text: words, tone: 'warn' }), { kind: 'list', items: files });
  }
  return section('Records', blocks);
}

function sourceSection(source: Diagnosis['sources'][number]): Block {
  const span =
    source.firstTime === null || source.headTime === null
      ? NOTHING
      : `${calendarDay(source.firstTime)} to ${calendarDay(source.headTime)}`;
  const clone = [source.isShallow ? 'shallow' : '', source.isPartial ? 'partial' : ''].filter((word) => word !== '');
  return section(source.repository, [
    {
      kind: 'facts',
      rows: [
        { label: 'Folder', value: source.path },
        { label: 'Head', value: source.head ?? 'none: nothing was committed yet' },
        {
          label: 'History',
          value: `${span}: ${counted(source.commits, 'commit')} in ${counted(source.changes, 'change')}`,
        },
        { label: 'Open', value: openText(source) },
        { label: 'Clone', value: clone.length === 0 ? 'whole' : clone.join(' and ') },
        { label: 'Also read', value: source.documents.length === 0 ? 'nothing' : source.documents.join(', ') },
        ...(source.forgeUrl === null ? [] : [{ label: 'Forge', value: source.forgeUrl }]),
        ...source.warnings.map((warning) => ({ label: 'Warning', value: warning })),
      ],
    },
  ]);
}

function openText({ openBranches, decisions, openDecisions }: Diagnosis['sources'][number]): string {
  const records =
    decisions === 0
      ? 'no decision record'
      : `${counted(decisions, 'decision record')}, ${numeral(openDecisions)} of them open`;
  return `${openBranches === 0 ? 'no open branch' : counted(openBranches, 'open branch', 'open branches')}; ${records}`;
}
