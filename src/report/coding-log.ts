import { type CodingLog, type CodingShares, ENOUGH_ANSWERS } from '../domain/coding-log.ts';
import {
  type Block,
  command,
  type Inline,
  type Page,
  type PageColumn,
  quiet,
  strong,
  textBlock,
} from '../domain/page.ts';
import { CODING_REASONS } from '../domain/records/coding.ts';
import { sureMark, sureWords } from '../domain/sure.ts';
import { counted, inHundred, numeral, percent } from '../domain/words.ts';
import { areaText, interval, NOTHING, namesText } from './figures.ts';
import { notesBlock, windowText } from './measure.ts';

/** Digits that tell changes apart in all but the largest repositories. */
const DIGITS = 10;

/** Why the lead codes: what is still to be answered, the answers over time, the hands-on share beside its target. */
export function codingLogPage(log: CodingLog): Page {
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('Coding log'),
        right: quiet(`${log.repositories.join(', ')} · ${windowText(log.window)}`),
      },
      textBlock(strong(answerOf(log))),
      ...askedSection(log),
      sharesSection(log),
      targetSection(log),
      ...(log.notes.length > 0 ? [notesBlock(log.notes)] : []),
    ],
  };
}

function answerOf({ changes: { spare, answered, unanswered } }: CodingLog): string {
  if (spare === 0) return 'No product change of yours in this window touched only areas that others know.';
  const told = `Of ${counted(spare, 'product change')} of yours that others could have owned, ${numeral(answered)} ${answered === 1 ? 'says' : 'say'} why you wrote ${spare === 1 ? 'it' : 'them'}`;
  return unanswered === 0 ? `${told}.` : `${told}; ${numeral(unanswered)} ${unanswered === 1 ? 'does' : 'do'} not.`;
}

function askedSection({ asked, changes: { unanswered } }: CodingLog): Block[] {
  if (asked.length === 0) return [];
  const older = unanswered - asked.length;
  return [
    section('Why were you coding?', [
      // No table: titles, areas and names share no width that would leave each of them readable.
      {
        kind: 'list',
        items: asked.map(
          ({ change, landed, title, areas, others }): Inline => [
            title,
            quiet(
              ` · ${change.slice(0, DIGITS)}, ${landed}, in ${areas.map(areaText).join(', ')}; known to ${namesText(others)}`,
            ),
          ],
        ),
      },
      textBlock([
        quiet('answer: '),
        command(`fortnight code answer ${asked[0]?.change.slice(0, DIGITS) ?? ''} --why ${CODING_REASONS[0]}`),
      ]),
      ...(older > 0
        ? [textBlock(quiet(`${counted(older, 'older one')} ${older === 1 ? 'is' : 'are'} not asked about any more.`))]
        : []),
    ]),
  ];
}

function sharesSection({ all, periods, by }: CodingLog): Block {
  const title = 'Why you coded, as you said';
  if (all.answers === 0) {
    return section(title, [
      textBlock('No answer yet. It is one key each: strategic, leverage, hiding, self-indulgence.'),
    ]);
  }
  const rows = periods.length > 1 ? [...periods, { ...all, period: 'all' }] : periods;
  return section(title, [
    {
      kind: 'table',
      columns: [column(by), { ...column('answers'), align: 'right' }, ...CODING_REASONS.map((why) => column(why))],
      rows: rows.map((row) => [
        row.period,
        numeral(row.answers),
        ...row.reasons.map((reason) => reasonText(reason, row)),
      ]),
    },
    textBlock(
      quiet(
        `In brackets: the 95 % interval; below ${ENOUGH_ANSWERS} answers there is not enough evidence for a share. You are asked about the newest changes alone, so it is about those you answered for.`,
      ),
    ),
  ]);
}

function reasonText({ answers, share }: CodingShares['reasons'][number], { answers: of }: CodingShares): string {
  if (of === 0) return NOTHING;
  return share === null ? `${numeral(answers)} of ${numeral(of)}` : `${percent(share.share)} (${interval(share)})`;
}

function targetSection({ handsOn: { answer, confidence, target, basis } }: CodingLog): Block {
  const words = sureWords(confidence.level);
  return {
    ...section('Hands-on work beside its target', [
      textBlock(answer),
      textBlock(
        `${sureMark(confidence.level)} ${words.charAt(0).toUpperCase()}${words.slice(1)}. ${confidence.because}`,
      ),
      textBlock(
        quiet(
          `Shares of events, never of hours. The target is at most ${inHundred(target)}${BASIS[basis]}; another one: --target 0.2, or targets: hands-on: 0.2 in fortnight.yml.`,
        ),
      ),
    ]),
    sure: confidence.level,
  };
}

const BASIS = { given: ', as you gave it', configured: ', as fortnight.yml says', default: '' } as const;

const section = (title: string, blocks: readonly Block[]): Extract<Block, { kind: 'section' }> => ({
  kind: 'section',
  title,
  sure: null,
  blocks,
});
const column = (label: string, overflow: PageColumn['overflow'] = 'elide'): PageColumn => ({
  label,
  align: 'left',
  overflow,
});
