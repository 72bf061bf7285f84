import type { Deputies, DeputyRow } from '../domain/deputies.ts';
import { type Block, quiet, strong, textBlock } from '../domain/page.ts';
import { calendarDay, counted, listed, numeral } from '../domain/words.ts';
import { evidenceLine } from './evidence-line.ts';
import { areaText, NOTHING, namesText } from './figures.ts';

const ROWS_SHOWN = 10;

/** Who else may land each area, and does anyone: in words, then area by area. */
export function deputiesBlocks(deputies: Deputies, everything = false): Block[] {
  const areas = deputies.areas.filter((row) => everything || row.passed > 0);
  const shown = everything ? areas : areas.slice(0, ROWS_SHOWN);
  const several = deputies.repositories.length > 1;
  const rest = deputies.areas.length - shown.length;
  return [
    {
      kind: 'section',
      title: 'Who else may land this, and does anyone?',
      sure: null,
      blocks: [
        ...deputies.repositories.flatMap((row) => [
          textBlock([...(several ? [strong(`${row.repository}: `)] : []), deputyWords(row, deputies)]),
          ...evidenceLine(`Landed without ${deputies.person}`, row.evidence, row.evidenceTotal, everything),
        ]),
        ...(deputies.repositories.length === 0
          ? [
              textBlock(
                `Nothing landed in the ${counted(deputies.days, 'day')} before ${calendarDay(deputies.moment)}.`,
              ),
            ]
          : []),
        ...(shown.length > 0 ? [areaTable(shown, several)] : []),
        ...(rest > 0
          ? [textBlock(quiet(`${counted(rest, 'more area')}. A right that nobody used leaves no trace.`))]
          : []),
      ],
    },
  ];
}

/** The deputy question answered in a sentence, for a repository or an area. */
export function deputyWords(row: DeputyRow, { person, days }: Pick<Deputies, 'person' | 'days'>): string {
  const within = `in the last ${counted(days, 'day')}`;
  const { landForOthers, landOwnOnly, notSeenLately } = row;
  if (row.changes === 0) return `No change of a teammate landed here ${within}.`;
  if (!row.isVisible) {
    const known = `Landing is hidden: who landed is known of ${numeral(row.visible)} of teammates' ${counted(row.changes, 'change')} ${within}.`;
    const seen = listed(landForOthers.people);
    return seen === '' ? known : `${known} Seen landing others' changes nevertheless: ${seen}.`;
  }
  const sentences = [
    ...(landForOthers.people.length > 0
      ? [
          `In the last ${counted(days, 'day')}, without ${person}, others' changes were landed here by ${listed(landForOthers.people)}.`,
        ]
      : [`Nobody else who is active has been seen landing others' changes here ${within}.`]),
    ...(landOwnOnly.people.length > 0 ? [`${listed(landOwnOnly.people)} landed only their own.`] : []),
    ...(notSeenLately.people.length > 0 ? [`${listed(notSeenLately.people)} did land here, not seen lately.`] : []),
  ];
  return sentences.join(' ');
}

function areaTable(rows: readonly DeputyRow[], several: boolean): Block {
  const isCovered = rows.some(({ couldCover }) => couldCover !== null);
  return {
    kind: 'table',
    columns: [
      { label: 'area', align: 'left', overflow: 'elide' },
      { label: 'passed', align: 'right', overflow: 'elide' },
      { label: 'who else lands', align: 'left', overflow: 'wrap' },
      { label: 'last', align: 'right', overflow: 'elide' },
      ...(isCovered ? [{ label: 'knows it too', align: 'left', overflow: 'wrap' } as const] : []),
    ],
    rows: rows.map((row) => [
      areaText(several ? `${row.repository}: ${row.area ?? ''}` : (row.area ?? '')),
      `${numeral(row.passed)} of ${numeral(row.changes)}`,
      landersText(row),
      row.lastAt === null ? NOTHING : calendarDay(row.lastAt),
      ...(isCovered ? [coverText(row)] : []),
    ]),
  };
}

function landersText(row: DeputyRow): string {
  const parts = [
    ...(row.landForOthers.people.length > 0 ? [namesText(row.landForOthers)] : []),
    ...(row.landOwnOnly.people.length > 0 ? [`own only: ${namesText(row.landOwnOnly)}`] : []),
    ...(row.notSeenLately.people.length > 0 ? [`not lately: ${namesText(row.notSeenLately)}`] : []),
  ];
  if (row.changes === 0 && parts.length === 0) return NOTHING;
  if (!row.isVisible) return [...parts, 'landing is hidden'].join('; ');
  return parts.length === 0 ? 'nobody else seen' : parts.join('; ');
}

/** Who has worked there and does not stand beside it yet. */
function coverText({ couldCover, elsewhere, landForOthers, landOwnOnly }: DeputyRow): string {
  if (couldCover === null) return NOTHING;
  const lands = [...landForOthers.people, ...landOwnOnly.people];
  const more = couldCover.people.filter((name) => !lands.includes(name));
  if (more.length > 0) return more.join(', ');
  if (couldCover.people.length > 0) return NOTHING;
  return elsewhere === null || elsewhere.people.length === 0 ? 'nobody' : `to learn it: ${namesText(elsewhere)}`;
}
