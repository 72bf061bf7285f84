import type { DecisionAnswer } from '../../../domain/decisions.ts';
import type { RecordData } from '../../../domain/records/entry.ts';
import type { DeedBody } from '../../client/ask.ts';
import { Disclosure } from '../../design/disclosure.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { type Act, ActBar, type ActInput } from '../../practice/act-bar.tsx';
import { useRecordPage } from '../../practice/begin.tsx';
import { Clock } from '../../practice/clock.tsx';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice, usePracticeDeed } from '../../practice/use-practice.ts';
import styles from './actions.module.css';

interface DecisionActionsProps {
  readonly record: RecordData;
  readonly today: string;
}

/** Where a decision stands, what it asks for now, and the steps there are from here. */
export function DecisionActions({ record, today }: DecisionActionsProps) {
  const result = usePractice('decision', { id: record.id });
  return (
    <ToldOf result={result} isWithin>
      {(told) => (told.decision.record.id === record.id ? <Steps told={told} today={today} /> : null)}
    </ToldOf>
  );
}

type ActName = DeedBody<'decision-act'>['act'];
type State = DecisionAnswer['decision']['standing']['state'];

/** The steps there are from each state; the usual one first. */
const FROM: Readonly<Record<State, readonly ActName[]>> = {
  draft: ['propose', 'accept', 'reject', 'extend', 'abandon'],
  proposed: ['accept', 'reject', 'extend', 'abandon'],
  unknown: ['propose', 'accept', 'reject', 'abandon'],
  reopened: ['accept', 'supersede', 'propose', 'reject'],
  accepted: ['supersede', 'propose'],
  deprecated: ['supersede', 'propose'],
  rejected: ['propose'],
  abandoned: ['propose'],
  superseded: [],
};

function Steps({ told: { decision, unanswered }, today }: { readonly told: DecisionAnswer; readonly today: string }) {
  const { record, standing } = decision;
  const deed = usePracticeDeed('decision-act');
  const goTo = useRecordPage();
  const { act: words } = text.decisions;
  const run = (act: ActName, values: Readonly<Record<string, string>>) => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
    const { dissent, ...rest } = given;
    const lines = (dissent ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    deed.mutate(
      { id: record.id, act, ...rest, ...(lines.length === 0 ? {} : { dissent: lines }) },
      {
        onSuccess: async ({ other }) => {
          await deed.told();
          if (act === 'supersede' && other !== null) goTo('decision', other.record.id);
        },
      },
    );
  };
  const steps = FROM[standing.state];
  const acts = steps.map(
    (act, i): Act => ({
      id: act,
      label: act === 'accept' && standing.state === 'reopened' ? words.acceptAgain : words[act],
      isPrimary: i === 0 && standing.state !== 'accepted',
      inputs: inputsOf(act, standing),
      ...(act === 'supersede' ? { doc: words.supersedeDoc } : {}),
      run: (values) => run(act, values),
    }),
  );
  const questions = ['draft', 'proposed'].includes(standing.state) ? unanswered : [];
  return (
    <div className={styles.actions}>
      {standing.asks === null ? null : (
        <p className={styles.asks}>
          <Said>{standing.asks}</Said>{' '}
          {standing.clock.state === 'none' ? null : <Clock day={standing.clock.decideBy} today={today} />}
        </p>
      )}
      {standing.reopened.map((why) => (
        <p key={why} className={styles.why}>
          <Said>{why}</Said>
        </p>
      ))}
      <ActBar key={standing.state} acts={acts} isPending={deed.isPending} error={deed.error} />
      {questions.length === 0 ? null : (
        <Disclosure summary={words.unanswered(questions.length)}>
          <ul className={styles.questions}>
            {questions.map(({ option, question }) => (
              <li key={option}>
                <Said>{question}</Said>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function inputsOf(act: ActName, { state, owner }: DecisionAnswer['decision']['standing']): readonly ActInput[] {
  const { act: words } = text.decisions;
  const because = { key: 'because', label: words.because, input: 'line' } as const;
  const who = { key: 'owner', label: words.owner, input: 'line', start: owner ?? '' } as const;
  switch (act) {
    case 'accept':
      return [
        { ...who, isNeeded: true },
        { key: 'outcome', label: words.outcome, input: 'text' },
        { key: 'dissent', label: words.dissent, input: 'text' },
        { key: 'revisit', label: words.revisit, input: 'day' },
        ...(state === 'reopened' ? [{ ...because, isNeeded: true }] : []),
      ];
    case 'extend':
      return [
        { key: 'until', label: words.until, input: 'day', isNeeded: true },
        { ...because, isNeeded: true },
      ];
    case 'propose':
      return [who, { key: 'decideBy', label: words.decideBy, input: 'day' }, because];
    case 'supersede':
      return [{ key: 'title', label: words.newTitle, input: 'line', isNeeded: true }];
    case 'reject':
    case 'abandon':
      return [because];
  }
}
