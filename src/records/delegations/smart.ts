import type { SmartLetter, Unsaid } from '../../domain/delegations.ts';
import type { delegationKind } from '../../domain/records/delegation.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';

type Contract = Pick<RecordEntry<typeof delegationKind>, 'fields' | 'sections'>;

interface Part {
  readonly prompt: string;
  /** Where it is said: an option of `fortnight delegate new`, which is also a field or a section of the file. */
  readonly option: string;
  isSaid(contract: Contract): boolean;
}

const isWritten = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** The six parts of a SMART-T contract, in the order of their letters. */
const PARTS: Readonly<Record<SmartLetter, Part>> = {
  specific: {
    prompt: 'What exactly will be there when it is done?',
    option: 'outcome',
    isSaid: ({ sections }) => sections.some(({ heading, text }) => heading === 'Outcome' && isWritten(text)),
  },
  measurable: {
    prompt: 'By what will both of you see that it is done?',
    option: 'measure',
    isSaid: ({ fields }) => isWritten(fields.measure),
  },
  actionable: {
    prompt: 'What is at hand for it: access, people, time?',
    option: 'tools',
    isSaid: ({ fields }) => isWritten(fields.tools),
  },
  relevant: {
    prompt: 'Which goal of the quarter does it serve?',
    option: 'goal',
    isSaid: ({ fields }) => isWritten(fields.goal),
  },
  'time-bound': {
    prompt: 'By which day is it done?',
    option: 'due',
    isSaid: ({ fields }) => fields.due !== undefined,
  },
  trackable: {
    prompt: 'On which days will you talk about it?',
    option: 'every',
    isSaid: ({ fields }) => (fields['check-ins'] ?? []).length > 0,
  },
};

/** Which parts of the contract are not said yet, each as the question that asks for it. Never a reason to refuse one. */
export function unsaidParts(contract: Contract): Unsaid[] {
  return (Object.keys(PARTS) as SmartLetter[])
    .filter((part) => !PARTS[part].isSaid(contract))
    .map((part) => ({ part, prompt: PARTS[part].prompt, option: PARTS[part].option }));
}
