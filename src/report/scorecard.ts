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
import {
  HOW_TO_READ_COVER,
  NEW_FACING_OLD,
  OLD_GROUP,
  type ScorecardGroup,
  scorecardGroups,
  TEAM_GROUP,
} from '../domain/scorecard-groups.ts';
import type { Lead } from '../domain/setting.ts';
import { sureMark, sureWords } from '../domain/sure.ts';
import { listed, numeral, percent } from '../domain/words.ts';
import { areaText, cellText, countsText, figureText, interval, isShare, NOTHING, namesText } from './figures.ts';
import { windowText } from './measure.ts';

/** Areas on the first screen; the rest is one command away. */
const AREAS_SHOWN = 6;

/** The first screen a lead sees: the answer in words, then what it rests on, then where to go next. */
export function scorecardPage(card: Scorecard): Page {
  const find = (id: string) => card.reports.find((report) => report.measure === id);
  const groups = scorecardGroups(card.reports.map(({ measure, title }) => ({ id: measure, title })))
    .filter(({ id }) => id !== TEAM_GROUP.id && id !== OLD_GROUP.id)
    .flatMap((group) => groupSection(group, find));
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('Fortnight'),
        right: quiet(`${card.repositories.join(', ')} · ${windowText(card.window)}`),
      },
      { kind: 'section', title: card.question, sure: null, blocks: [textBlock(card.answer)] },
      { kind: 'facts', rows: [{ label: 'The lead', value: leadText(card.lead) }] },
      ...coverSection(card, find('gate'), find('cover')),
      {
        kind: 'columns',
        left: [...knownSection(card, find('known-to-one')), ...autonomySection(find('autonomy')), ...oldAndNew(find)],
        right: [...groups, ...unanswered(card.reports)],
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
  const isNamedFirst = lead.reason.startsWith(`${lead.name} `);
  const reason = isNamedFirst ? lead.reason.slice(lead.name.length) : `. ${lead.reason}`;
  const close = lead.isClose ? ' Somebody else comes close.' : '';
  const parts: (string | Span)[] = [strong(lead.name), `${reason}${close}`];
  return lead.basis === 'inferred' ? [...parts, ' Not so? ', command('fortnight --lead NAME')] : parts;
}

/** What passes only through the lead, area by area; where that cannot be seen, where the lead has a part at all. */
function coverSection(card: Scorecard, gate: Report | undefined, cover: Report | undefined): Block[] {
  const isSeen = gate !== undefined && gate.confidence.level !== 'none';
  const report = isSeen ? gate : cover;
  if (report === undefined || report.confidence.level === 'none') return [];
  const areas = card.areas.filter((area) => (isSeen ? (area.throughLead?.share ?? 0) > 0 : area.withLead > 0));
  const shown = areas.slice(0, AREAS_SHOWN);
  const columns: PageColumn[] = [
    { label: 'area', align: 'left', overflow: 'elide' },
    ...(isSeen ? [{ label: '', align: 'left', overflow: 'elide' } as const] : []),
    { label: isSeen ? 'only the lead' : 'changes with the lead', align: 'right', overflow: 'elide' },
    { label: 'who could cover', align: 'left', overflow: 'wrap' },
  ];
  const table: Block = { kind: 'table', columns, rows: shown.map(isSeen ? gateRow : partRow) };
  return [
    {
      kind: 'section',
      title: isSeen ? 'What passes only through the lead' : 'Where the lead works, and who could cover',
      sure: report.confidence.level,
      blocks:
        shown.length === 0
          ? [textBlock(report.answer)]
          : [
              table,
              ...moreBlocks(areas.length - shown.length, `fortnight measure ${report.measure}`),
              textBlock([quiet(`${HOW_TO_READ_COVER}: `), command('fortnight explain cover')]),
            ],
    },
  ];
}

function gateRow(area: ScorecardArea): PageCell[] {
  const through = area.throughLead;
  return [
    areaText(area.area),
    { bar: through?.share ?? 0 },
    through === null ? NOTHING : countsText(through),
    coverText(area),
  ];
}

const partRow = (area: ScorecardArea): PageCell[] => [areaText(area.area), numeral(area.withLead), coverText(area)];

/** Areas that one active person at most still knows. */
function knownSection(card: Scorecard, known: Report | undefined): Block[] {
  if (known === undefined || known.confidence.level === 'none') return [];
  const areas = card.areas.filter((area) => area.isKnownToOne);
  const shown = areas.slice(0, AREAS_SHOWN);
  return [
    {
      kind: 'section',
      title: 'Known to one person at most',
      sure: known.confidence.level,
      blocks:
        shown.length === 0
          ? [textBlock(known.answer)]
          : [
              {
                kind: 'table',
                columns: [
                  { label: 'area', align: 'left', overflow: 'elide' },
                  { label: 'known to', align: 'left', overflow: 'wrap' },
                  { label: 'who could cover', align: 'left', overflow: 'wrap' },
                ],
                rows: shown.map((area) => [areaText(area.area), knownText(area, card.lead), coverText(area)]),
              },
              ...moreBlocks(areas.length - shown.length, 'fortnight measure known-to-one'),
            ],
    },
  ];
}

const moreBlocks = (rest: number, line: string): Block[] =>
  rest > 0 ? [textBlock([quiet(`${rest} more: `), command(line)])] : [];

function coverText({ cover }: ScorecardArea): Inline {
  if (cover === null) return quiet(NOTHING);
  return cover.people.length === 0 ? { text: 'nobody active has worked there', tone: 'warn' } : namesText(cover);
}

function knownText(area: ScorecardArea, lead: Lead): Inline {
  const [only] = area.knownTo.people;
  if (only === undefined) return { text: 'nobody active', tone: 'warn' };
  return only === lead.name ? 'the lead' : only;
}

/** Autonomy by complexity: one thin bar for each band, its interval beside it. */
function autonomySection(report: Report | undefined): Block[] {
  if (report === undefined || report.confidence.level === 'none') return [];
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
  if (share === undefined) return [label, '', '', quiet('not enough evidence')];
  return [label, { bar: share.share }, percent(share.share), quiet(`${interval(share)} of ${numeral(share.of)}`)];
}

function groupSection({ title, measures }: ScorecardGroup, find: (id: string) => Report | undefined): Block[] {
  const rows = measures.flatMap(({ measure, label }) => {
    const report = find(measure);
    return report === undefined || report.confidence.level === 'none'
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
    if (report === undefined) return NOTHING;
    return isShare(report.figure) ? countsText(report.figure) : (figureText(report) ?? 'not seen');
  };
  const fresh = NEW_FACING_OLD.map(({ measure, label }) => [label, figure(measure)] as const);
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

/** What git alone cannot answer here, in one line: a screen full of "not enough evidence" tells nothing. */
function unanswered(reports: readonly Report[]): Block[] {
  const titles = reports
    .filter((report) => report.confidence.level === 'none')
    .map((report) => report.title.toLowerCase());
  if (titles.length === 0) return [];
  return [
    {
      kind: 'section',
      title: 'Asked, without an answer',
      sure: 'none',
      blocks: [textBlock([`${listed(titles)}. `, quiet('What is missing: '), command('fortnight doctor')])],
    },
  ];
}

/** Where to go next, and what the marks mean. */
function foot(card: Scorecard): Block {
  const marks = (['high', 'medium', 'low', 'none'] as const).map((level) => `${sureMark(level)} ${sureWords(level)}`);
  const first = card.areas.length === 0 ? 'autonomy' : 'gate';
  return {
    kind: 'facts',
    rows: [
      { label: 'Away for a while', value: command('fortnight absence') },
      { label: 'Open any figure', value: command(`fortnight explain ${first}`) },
      { label: 'All figures', value: command('fortnight measure') },
      { label: 'What is missing', value: command('fortnight doctor') },
      { label: 'How sure', value: quiet(marks.join(', ')) },
    ],
  };
}
