import type { DecisionConfirm } from '../../domain/decisions.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { type Confirm, keepsBound, parseConfirm } from '../../records/decisions/confirm.ts';
import type { DecisionEntry } from '../../records/decisions/standing.ts';
import { answer as askMeasure } from '../answer.ts';
import { measures } from '../measures.ts';
import { type Place, withFacts } from '../open.ts';
import { change, decisionsOf, toldDecision } from './decide.ts';

export interface Confirming {
  /** What somebody saw who looked; absent: nothing is written. */
  readonly held: 'yes' | 'no' | undefined;
  readonly saw: string | undefined;
}

/**
 * What is to show that a decision works, and what it shows: a measure with a bound is asked, a command is shown and never run, for
 * it stands in a repository of anybody. With `held` what a person saw is written down; `no` opens the decision again.
 */
export async function confirmDecision(place: Place, name: string, { held, saw }: Confirming): Promise<DecisionConfirm> {
  const { records, today } = await decisionsOf(place);
  if (held !== undefined) {
    await change(place, name, ({ fields }, on) => ({
      fields: {
        confirmations: [...(fields.confirmations ?? []), { on, held, ...(saw === undefined ? {} : { saw }) }],
      },
    }));
  }
  const entry = await records.get(name);
  return { decision: toldDecision(entry, today), confirm: await confirmOf(place, entry), recorded: held ?? null };
}

async function confirmOf(place: Place, { fields }: DecisionEntry): Promise<DecisionConfirm['confirm']> {
  if (fields.confirm === undefined) return { kind: 'none' };
  const confirm = parseConfirm(fields.confirm);
  return confirm.kind === 'measure' ? await measured(place, confirm) : confirm;
}

async function measured(
  place: Place,
  confirm: Extract<Confirm, { kind: 'measure' }>,
): Promise<DecisionConfirm['confirm']> {
  const measure = measures.find(({ id }) => id === confirm.measure);
  if (measure === undefined) {
    throw new FortnightError('no-such-measure', `${confirm.measure} is no measure.`, {
      hint: 'See which there are: fortnight measure',
      exitCode: EXIT.usage,
    });
  }
  return await withFacts(place, async ({ facts, setting }) => {
    const { figure, answer } = await askMeasure(facts, setting, measure);
    const value = figure === null || typeof figure === 'number' ? figure : figure.share;
    return { ...confirm, value, held: keepsBound(figure, confirm), says: answer };
  });
}
