/** A question whose answer belongs into a section of a decision, and the option that answers it. */
export interface DecisionPrompt {
  readonly option: string;
  readonly question: string;
  readonly heading: string;
  /** What stands before the answer. */
  readonly label: string;
}

const CONTEXT = 'Context and Problem Statement';
const DRIVERS = 'Decision Drivers';
const OPTIONS = 'Considered Options';
const MORE = 'More Information';

/** All of them can be skipped: a question nobody answered leaves nothing behind. */
export const DECISION_PROMPTS: readonly DecisionPrompt[] = [
  // The deadlock breaker; who decides is asked for as the owner.
  {
    option: 'cause',
    question: 'Is it the root cause, or a symptom of something else?',
    heading: CONTEXT,
    label: 'Cause or symptom',
  },
  {
    option: 'might-be-false',
    question: 'What of what is taken for granted might be false?',
    heading: CONTEXT,
    label: 'Might be false',
  },
  // The say-no gate.
  { option: 'should-exist', question: 'Should this exist at all?', heading: OPTIONS, label: 'Should it exist' },
  {
    option: 'simpler',
    question: 'Would a third party or a simpler change do?',
    heading: OPTIONS,
    label: 'Something simpler',
  },
  { option: 'six-months', question: 'What breaks in six months?', heading: 'Consequences', label: 'In six months' },
  // The value triad.
  { option: 'for-users', question: 'What is it worth to users?', heading: DRIVERS, label: 'Users' },
  {
    option: 'for-stakeholders',
    question: 'What is it worth to stakeholders: revenue, speed?',
    heading: DRIVERS,
    label: 'Stakeholders',
  },
  {
    option: 'for-organisation',
    question: 'What is it worth to the organisation: scalability, debt?',
    heading: DRIVERS,
    label: 'Organisation',
  },
  // The context pack.
  { option: 'constraints', question: 'Which business constraints hold?', heading: MORE, label: 'Constraints' },
  { option: 'trade-offs', question: 'What is traded for what?', heading: MORE, label: 'Trade-offs' },
  { option: 'failure-modes', question: 'How can it fail?', heading: MORE, label: 'Failure modes' },
  { option: 'history', question: 'What was tried before?', heading: MORE, label: 'History' },
  { option: 'who-knows', question: 'Who holds which part of the context today?', heading: MORE, label: 'Who knows' },
];

/** Answers by option. */
export type Answers = Readonly<Record<string, string>>;

/** The sections with the answers in them: a line each, in the place of an earlier answer to the same question. */
export function withAnswers(sections: Readonly<Record<string, string>>, answers: Answers): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const { option, heading, label } of DECISION_PROMPTS) {
    const answer = answers[option]?.replace(/\s+/g, ' ').trim() ?? '';
    if (answer === '') continue;
    const before = filled[heading] ?? sections[heading] ?? '';
    filled[heading] = withLine(withoutPlaceholder(before), label, answer);
  }
  return filled;
}

/** Questions that a decision does not answer. */
export function unanswered(sections: Readonly<Record<string, string>>): DecisionPrompt[] {
  return DECISION_PROMPTS.filter(
    ({ heading, label }) => !(sections[heading] ?? '').split('\n').some((line) => line.startsWith(lineFor(label))),
  );
}

/** A line added to a section, after what stands there. */
export function withNote(section: string | undefined, note: string): string {
  const before = withoutPlaceholder(section ?? '').trim();
  const line = `* ${note.replace(/\s+/g, ' ').trim()}`;
  if (before === '') return line;
  return `${before}${/(?:^|\n)[*-] [^\n]*$/.test(before) ? '\n' : '\n\n'}${line}`;
}

const lineFor = (label: string): string => `* ${label}: `;

function withLine(section: string, label: string, answer: string): string {
  const lines = section.trim() === '' ? [] : section.trim().split('\n');
  const at = lines.findIndex((line) => line.startsWith(lineFor(label)));
  if (at === -1) return withNote(section, `${label}: ${answer}`);
  lines[at] = `${lineFor(label)}${answer}`;
  return lines.join('\n');
}

/** A section that MADR wants and nobody has filled in holds its question, where only an editor shows it. */
export const placeholder = (question: string): string => `<!-- ${question} -->`;

export const withoutPlaceholder = (section: string): string => section.replace(/^\s*<!--[^<>]*-->\s*$/, '');
