import type { SmartLetter, Unsaid } from '../../domain/delegations.ts';
import type { delegationKind } from '../../domain/records/delegation.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';

type Contract = Pick<RecordEntry<typeof delegationKind>, 'id' | 'fields' | 'sections'>;

interface Part {
  readonly prompt: string;
  /** What comes after `fortnight delegate` and the name to say it. */
  readonly answer: string;
  /** The word of the command that does. */
  readonly word?: string;
  isSaid(contract: Contract): boolean;
}

const isWritten = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** The six parts of a SMART-T contract, in the order of their letters. */
const PARTS: Readonly<Record<SmartLetter, Part>> = {
  specific: {
    prompt: 'What exactly will be there when it is done?',
    answer: '--section "Outcome=…"',
    isSaid: ({ sections }) => sections.some(({ heading, text }) => heading === 'Outcome' && isWritten(text)),
  },
  measurable: {
    prompt: 'By what will both of you see that it is done?',
    answer: '--measure "…"',
    isSaid: ({ fields }) => isWritten(fields.measure),
  },
  actionable: {
    prompt: 'What is at hand for it: access, people, time?',
    answer: '--tools "…"',
    isSaid: ({ fields }) => isWritten(fields.tools),
  },
  relevant: {
    prompt: 'Which goal of the quarter does it serve?',
    answer: '--goal "…"',
    isSaid: ({ fields }) => isWritten(fields.goal),
  },
  'time-bound': {
    prompt: 'By which day is it done?',
    answer: '--due +4w',
    isSaid: ({ fields }) => fields.due !== undefined,
  },
  trackable: {
    prompt: 'On which days will you talk about it?',
    word: 'check-in',
    answer: '--every 7',
    isSaid: ({ fields }) => (fields['check-ins'] ?? []).length > 0,
  },
};

/** Which parts of the contract are not said yet, each as the question that asks for it. Never a reason to refuse one. */
export function unsaidParts(contract: Contract): Unsaid[] {
  return (Object.keys(PARTS) as SmartLetter[])
    .filter((part) => !PARTS[part].isSaid(contract))
    .map((part) => {
      const { prompt, word = 'set', answer } = PARTS[part];
      return { part, prompt, command: `fortnight delegate ${word} ${contract.id} ${answer}` };
    });
}
