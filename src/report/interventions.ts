import type { InterventionAnswer, InterventionList, InterventionTold, Outcomes } from '../domain/interventions.ts';
import { type Block, command, type Page, type PageCell, quiet, span, strong, textBlock } from '../domain/page.ts';
import { numeral } from '../domain/words.ts';
import { NOTHING } from './figures.ts';

/** What is to be looked at, and how holding back went. */
export function interventionListPage({ interventions, outcomes, answer, today }: InterventionList): Page {
  const open = interventions.filter(({ record }) => record.isOpen).length;
  return {
    blocks: [
      { kind: 'headline', left: strong('Interventions'), right: quiet(`${open} open · ${today}`) },
      textBlock(answer),
      ...(outcomes.length === 0 ? [] : [outcomesTable(outcomes)]),
      ...(interventions.length === 0 ? [] : [listTable(interventions)]),
      textBlock(
        quiet(
          'It is about your own judgement, never about whoever wrote it. What would have come of the other choice is not known.',
        ),
      ),
    ],
  };
}

function outcomesTable(outcomes: readonly Outcomes[]): Block {
  const right = (label: string) => ({ label, align: 'right', overflow: 'elide' }) as const;
  return {
    kind: 'table',
    columns: [
      { label: 'you', align: 'left', overflow: 'wrap' },
      right('harmless'),
      right('taught'),
      right('cost'),
      right('damage'),
      right('nobody knows'),
      right('open'),
    ],
    rows: outcomes.map(({ wrong, did, harmless, taught, cost, damage, unknowable, open }): PageCell[] => [
      `${did === 'said' ? 'said it' : 'held back'}, ${wrong}`,
      ...[harmless, taught, cost, damage, unknowable, open].map(numeral),
    ]),
  };
}

function listTable(interventions: readonly InterventionTold[]): Block {
  return {
    kind: 'table',
    columns: [
      { label: 'what', align: 'left', overflow: 'wrap' },
      { label: 'wrong', align: 'left', overflow: 'elide' },
      { label: 'you', align: 'left', overflow: 'elide' },
      { label: 'what came of it', align: 'left', overflow: 'wrap' },
    ],
    rows: interventions.map((one): PageCell[] => {
      const { wrong, did, outcome, 'check-on': day } = one.record.fields;
      return [
        [strong(one.record.title), quiet(` ${one.record.id}`)],
        text(wrong),
        did === 'held-back' ? 'held back' : text(did),
        one.record.isOpen
          ? one.isDue
            ? span('accent', `due since ${text(day)}`)
            : quiet(day === undefined ? 'no day agreed on' : `look on ${text(day)}`)
          : text(outcome),
      ];
    }),
  };
}

/** One of them; after something was done to it, with what was done and why. */
export function interventionPage({ did, remark, intervention }: InterventionAnswer): Page {
  const { record, risks, isDue } = intervention;
  const { fields } = record;
  const said = (label: string, value: unknown) =>
    value === undefined ? [] : [{ label, value: Array.isArray(value) ? value.join(', ') : text(value) }];
  return {
    blocks: [
      ...(did === null ? [] : [textBlock(did)]),
      ...(remark === null ? [] : [textBlock(span('warn', remark))]),
      { kind: 'headline', left: strong(record.title), right: quiet(`${record.status ?? ''} · ${record.id}`) },
      {
        kind: 'facts',
        rows: [
          ...said('Wrong', fields.wrong),
          ...said('You', fields.did === 'held-back' ? 'held back' : fields.did),
          ...said('About', fields.about),
          ...said('Repository', fields.repository),
          ...said('On', fields.on),
          ...said('Look on', fields['check-on']),
          ...said('What came of it', fields.outcome),
        ],
      },
      ...record.sections.flatMap(({ heading, text: written }): Block[] => [
        { kind: 'section', title: heading, sure: null, blocks: written.split(/\n{2,}/).map((part) => textBlock(part)) },
      ]),
      ...(risks.length === 0 || remark !== null
        ? []
        : [
            {
              kind: 'list',
              items: risks.map(({ rule, path, because }) => quiet(`${path}: ${rule.replace('-', ' ')}; ${because}.`)),
            } as const,
          ]),
      ...(record.isOpen
        ? [
            textBlock([
              quiet(isDue ? 'It is time to say what came of it: ' : 'When you know what came of it: '),
              command(`fortnight intervene settle ${record.id} --outcome harmless`),
            ]),
          ]
        : []),
    ],
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : NOTHING);
