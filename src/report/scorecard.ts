import {
  type Block,
  command,
  type Inline,
  type Page,
  type PageCell,
  type PageColumn,
  quiet,
  type Span,
  strong,
  textBlock,
} from '../domain/page.ts';
import type { Report, ReportRow } from '../domain/report.ts';
import type { Scorecard, ScorecardArea } from '../domain/scorecard.ts';
import type { Lead } from '../domain/setting.ts';
import { numeral, percent } from '../domain/words.ts';
import { cellText, figureText, interval, isShare, NOTHING, namesText } from './figures.ts';
import { windowText } from './measure.ts';
import { sureMark, sureWords } from './sure.ts';

/** Areas on the first screen; the rest is one command away. */
const AREAS_SHOWN = 8;

/** The measures told in one sentence each, under what a lead would look for. */
const GROUPS: readonly {
  readonly title: string;
  readonly measures: readonly (readonly [id: string, label: string])[];
}[] = [
  {
    title: 'The work of the lead',
    measures: [
      ['hands-on', 'Hands-on'],
      ['routine-approvals', 'Routine'],
      ['firefighting', 'Firefighting'],
    ],
  },
  {
    title: 'Flow of the team',
    measures: [
      ['waiting', 'Waiting'],
      ['lead-time', 'Lead time'],
      ['releases', 'Releases'],
    ],
  },
  {
    title: 'Knowledge and gates',
    measures: [
      ['landers', 'Landing'],
      ['reviewers', 'Reviewing'],
      ['orphaned', 'Orphaned'],
      ['truck-factor', 'Truck factor'],
    ],
  },
];

/** The first screen a lead sees: the answer in words, then what it rests on, then where to go next. */
export function scorecardPage(card: Scorecard): Page {
  const find = (id: string) => card.reports.find((report) => report.measure === id);
  const groups = GROUPS.map((group) => groupSection(group.title, group.measures, find));
  const [work, flow, knowledge] = groups;
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('Fortnight'),
        right: quiet(`${card.repositories.join(', ')} · ${windowText(card.window)}`),
      },
      { kind: 'text', text: [strong(card.question)] },
      textBlock(card.answer),
      { kind: 'facts', rows: [{ label: 'The lead', value: leadText(card.lead) }] },
      ...areasSection(card, find('gate')),
      {
        kind: 'columns',
        left: [...autonomySection(find('autonomy')), ...oldAndNew(find)],
        right: [work, flow, knowledge].flat().filter((block) => block !== undefined),
      },
      ...(card.notes.length > 0
        ? [
            {
              kind: 'section',
              title: 'Good to know',
              sure: null,
              blocks: [{ kind: 'list', items: card.notes }],
            } as const,
          ]
        : []),
      foot(card),
    ],
  };
}

function leadText(lead: Lead): Inline {
  if (lead.name === null) return [lead.reason, ' Say who it is: ', command('fortnight --lead NAME')];
  const close = lead.isClose ? ' Somebody else comes close.' : '';
  const parts: (string | Span)[] = [strong(lead.name), `. ${lead.reason}${close}`];
  return lead.basis === 'inferred' ? [...parts, ' Not so? ', command('fortnight --lead NAME')] : parts;
}

function areasSection(card: Scorecard, gate: Report | undefined): Block[] {
  if (card.areas.length === 0) return [];
  const shown = card.areas.slice(0, AREAS_SHOWN);
  const rest = card.areas.length - shown.length;
  const columns: PageColumn[] = [
    { label: 'area', align: 'left', overflow: 'elide' },
    { label: 'only through the lead', align: 'left', overflow: 'elide' },
    { label: '', align: 'right', overflow: 'elide' },
    { label: 'known to', align: 'left', overflow: 'wrap' },
    { label: 'who could cover', align: 'left', overflow: 'wrap' },
  ];
  return [
    {
      kind: 'section',
      title: 'What would wait, and who could cover',
      sure: gate?.confidence.level ?? null,
      blocks: [
        { kind: 'table', columns, rows: shown.map((area) => areaRow(area, card.lead)) },
        ...(rest > 0 ? [textBlock([quiet(`${rest} more: `), command('fortnight measure gate')])] : []),
      ],
    },
  ];
}

function areaRow(area: ScorecardArea, lead: Lead): PageCell[] {
  const through = area.throughLead;
  return [
    area.area,
    through === null ? quiet('not seen') : { bar: through.share },
    through === null ? '' : `${percent(through.share)} of ${numeral(through.of)}`,
    knownText(area, lead),
    area.cover.people.length === 0 ? { text: 'nobody seen', tone: 'warn' } : namesText(area.cover),
  ];
}

function knownText(area: ScorecardArea, lead: Lead): Inline {
  if (!area.isKnownToOne) return quiet('several');
  const [only] = area.knownTo.people;
  if (only === undefined) return { text: 'nobody active', tone: 'warn' };
  return { text: only === lead.name ? 'the lead alone' : `${only} alone`, tone: 'warn' };
}

/** Autonomy by complexity: one thin bar for each band, its interval beside it. */
function autonomySection(report: Report | undefined): Block[] {
  if (report === undefined) return [];
  const rows = report.rows.map((row) => bandRow(row, report));
  return [
    {
      kind: 'section',
      title: 'What the team finishes without the lead',
      sure: report.confidence.level,
      blocks: [
        textBlock(report.answer),
        ...(rows.length > 0
          ? [
              {
                kind: 'table',
                columns: [
                  { label: '', align: 'left', overflow: 'elide' },
                  { label: '', align: 'left', overflow: 'elide' },
                  { label: '', align: 'right', overflow: 'elide' },
                  { label: '', align: 'left', overflow: 'elide' },
                ],
                rows,
              } as const,
            ]
          : []),
      ],
    },
  ];
}

function bandRow(row: ReportRow, report: Report): PageCell[] {
  const label = report.columns[0] === undefined ? '' : String(row.cells[report.columns[0].key] ?? '');
  const share = Object.values(row.cells).find(isShare);
  if (share === undefined) return [label, quiet('not enough evidence'), '', ''];
  return [label, { bar: share.share }, percent(share.share), quiet(`${interval(share)} of ${numeral(share.of)}`)];
}

function groupSection(
  title: string,
  measures: readonly (readonly [string, string])[],
  find: (id: string) => Report | undefined,
): Block[] {
  const rows = measures.flatMap(([id, label]) => {
    const report = find(id);
    return report === undefined
      ? []
      : [{ label, value: [quiet(`${sureMark(report.confidence.level)} `), report.answer] }];
  });
  return rows.length === 0 ? [] : [{ kind: 'section', title, sure: null, blocks: [{ kind: 'facts', rows }] }];
}

/** What the lead was once praised for, beside what counts now. Both about the lead and the team alone. */
function oldAndNew(find: (id: string) => Report | undefined): Block[] {
  const old = find('old-scorecard');
  if (old === undefined || old.rows.length === 0) return [];
  const figure = (id: string) => {
    const report = find(id);
    return report === undefined ? NOTHING : (figureText(report) ?? NOTHING).replace(/ \(.*$/, '');
  };
  const fresh = [
    ['Areas known to one at most', figure('known-to-one')],
    ['Landed without the lead', figure('autonomy')],
    ['Landed through the lead alone', figure('gate')],
  ];
  const column = (align: 'left' | 'right', label: string): PageColumn => ({ label, align, overflow: 'elide' });
  return [
    {
      kind: 'section',
      title: 'The old scorecard beside the new',
      sure: null,
      blocks: [
        {
          kind: 'table',
          columns: [column('left', 'old'), column('right', ''), column('left', 'new'), column('right', '')],
          rows: old.rows.map((row, i) => [
            cellText(row.cells.output, 'text'),
            cellText(row.cells.count, 'count'),
            fresh[i]?.[0] ?? '',
            fresh[i]?.[1] ?? '',
          ]),
        },
      ],
    },
  ];
}

function foot(card: Scorecard): Block {
  const marks = (['high', 'medium', 'low', 'none'] as const)
    .map((level) => `${sureMark(level)} ${sureWords(level)}`)
    .join('   ');
  const first = card.areas[0] === undefined ? 'autonomy' : 'gate';
  return {
    kind: 'list',
    items: [
      quiet(marks),
      [
        quiet('Open any figure: '),
        command(`fortnight explain ${first}`),
        quiet(' · all figures: '),
        command('fortnight measure'),
      ],
      [quiet('What evidence is missing: '), command('fortnight doctor')],
    ],
  };
}
