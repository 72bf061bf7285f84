import { answerAbsence } from '../src/absence/answer-absence.ts';
import { shippedCalibration } from '../src/absence/calibration.ts';
import type { Absence } from '../src/domain/absence.ts';
import { people } from '../src/domain/report.ts';
import { absenceAnswer, absenceQuestion } from '../src/report/absence-words.ts';
import { historyOf, moment, personOf } from './absence-history.ts';
import { leadOf } from './setting.ts';

type Asked = Parameters<typeof answerAbsence>[0];

interface Telling {
  /** Day of the history on which is asked. */
  readonly now?: number;
  /** What is known besides the history. */
  readonly known?: Partial<Pick<Asked, 'cover' | 'openWork' | 'decisions'>>;
  /** What the answer is made to say instead. */
  readonly more?: Partial<Absence>;
}

/** What `fortnight absence` would answer of a told past: Ada, the lead, is away for two weeks. */
export function toldAbsence(lines: readonly string[], { now = 400, known = {}, more = {} }: Telling = {}): Absence {
  const history = historyOf(lines, { until: now });
  const told: Omit<Absence, 'question' | 'answer'> = {
    repositories: ['one'],
    window: { since: moment(now - 180), until: moment(now) },
    lead: leadOf('id-Ada', 'Ada'),
    isPartial: false,
    notes: [],
    away: people(['Ada']),
    isLead: true,
    from: moment(now),
    days: 14,
    moment: moment(now),
    ...answerAbsence({
      history,
      person: personOf(history, 'Ada'),
      ids: ['id-Ada'],
      names: ['Ada'],
      moment: moment(now),
      repositories: ['one'],
      calibration: shippedCalibration,
      cover: new Map([['core', { people: ['Bo', 'Cy'], elsewhere: [] }]]),
      openWork: [],
      decisions: [],
      assumptions: {},
      target: 0.2,
      load: 2,
      ...known,
    }),
    ...more,
  };
  return { ...told, question: absenceQuestion(told), answer: absenceAnswer(told) };
}
