import type { ReactNode } from 'react';
import type { ToldAbsence } from '../../domain/absence-told.ts';
import type { ReplayAnswer } from '../../domain/replay.ts';
import { calendarDay, decimal, numeral } from '../../domain/words.ts';
import { DataTable } from '../design/data-table.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Evidence } from '../design/evidence.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { More } from '../design/more.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import { AbsencePlace, placeText } from './absence-place.tsx';
import styles from './absence-replay.module.css';
import { ReplayFortnights } from './replay-fortnights.tsx';

const ROWS = 8;

interface AbsenceReplayProps {
  readonly absence: ToldAbsence;
  /** What is supposed, where it can be changed. */
  readonly assumptions?: ReactNode;
}

/** The last weeks played again without who is away: what was left if nobody steps in, and if the likely ones do. */
export function AbsenceReplay({ absence, assumptions }: AbsenceReplayProps) {
  const { replay, told } = absence;
  const words = text.fortnight;
  const { answer } = replay;
  return (
    <FigureCard
      id="replay"
      title={told.again.title}
      meaning={words.replayMeaning}
      {...(answer === null ? {} : { copy: copyOf(told.again, answer) })}
    >
      <p className={styles.text}>
        <Said>{told.again.text}</Said>{' '}
        {replay.evidenceTotal === 0 ? null : (
          <Evidence pieces={replay.evidence} total={replay.evidenceTotal} title={words.passedTitle} />
        )}
      </p>
      {answer === null ? null : (
        <>
          <div className={styles.branches}>
            <Branch
              left={answer.left.nobodyStepsIn}
              changes={replay.changes}
              condition={words.ifNobody}
              tone={styles.alone}
            />
            <Branch
              left={answer.left.likelyOnesDo}
              changes={replay.changes}
              condition={words.ifLikely}
              tone={styles.likely}
            >
              {answer.takenOver === 0 ? null : (
                <p className={styles.quiet}>{words.takenOver(answer.takenOver, decimal(answer.takenOverPerWeek))}</p>
              )}
              {answer.steppingIn.people.length === 0 ? null : (
                <p>
                  {words.stepIn}: <Names names={answer.steppingIn.people} limit={6} />
                </p>
              )}
            </Branch>
          </div>
          <More summary={words.replayParts}>
            <h3 className={styles.sub}>{words.byFortnight}</h3>
            <ReplayFortnights fortnights={answer.fortnights} />
            {answer.areas.some(({ passed }) => passed > 0) ? <ByArea answer={answer} absence={absence} /> : null}
          </More>
        </>
      )}
      {told.again.supposed === null || told.again.caution === null ? null : (
        <p className={styles.supposed}>
          <Said>{`${told.again.supposed} ${told.again.caution}`}</Said>
        </p>
      )}
      {assumptions === undefined ? null : <Disclosure summary={words.assumptions}>{assumptions}</Disclosure>}
    </FigureCard>
  );
}

interface BranchProps {
  readonly left: number;
  readonly changes: number;
  readonly condition: string;
  readonly tone: string | undefined;
  readonly children?: ReactNode;
}

function Branch({ left, changes, condition, tone, children }: BranchProps) {
  const at = `${((left / Math.max(1, changes)) * 100).toFixed(2)}%`;
  return (
    <div className={styles.branch}>
      <p className={styles.count}>
        <span className={styles.number}>{numeral(left)}</span>{' '}
        {text.fortnight.leftOf(left, changes).replace(/^\S+ /, '')}{' '}
        <span className={styles.condition}>{condition}</span>
      </p>
      <svg width="100%" height="10" aria-hidden="true">
        <rect className={styles.track} x="0" y="1" width="100%" height="8" rx="2" />
        <rect className={tone} x="0" y="1" width={at} height="8" rx="2" />
      </svg>
      {children}
    </div>
  );
}

function ByArea({ answer, absence }: { readonly answer: ReplayAnswer; readonly absence: ToldAbsence }) {
  const words = text.fortnight;
  return (
    <>
      <h3 className={styles.sub}>{words.replayByArea}</h3>
      <DataTable
        caption={words.replayByArea}
        limit={ROWS}
        columns={[
          { key: 'area', label: words.area },
          { key: 'changes', label: words.work, align: 'right' },
          { key: 'passed', label: words.passed, align: 'right' },
          { key: 'nobody', label: words.leftNobody, align: 'right' },
          { key: 'likely', label: words.leftLikely, align: 'right' },
          { key: 'who', label: words.stepIn },
          { key: 'evidence', label: words.evidence },
        ]}
        rows={answer.areas
          .filter(({ passed }) => passed > 0)
          .map((row) => {
            const place = { repository: row.repository, area: row.area, isOfSeveral: absence.repositories.length > 1 };
            return {
              key: `${row.repository}\n${row.area ?? ''}`,
              cells: {
                area: <AbsencePlace {...place} />,
                changes: numeral(row.changes),
                passed: numeral(row.passed),
                nobody: numeral(row.left.nobodyStepsIn),
                likely: numeral(row.left.likelyOnesDo),
                who:
                  row.left.nobodyStepsIn === 0 ? (
                    words.notAsked
                  ) : (
                    <span className={styles.people}>
                      <Names names={row.steppingIn.people} limit={3} />
                    </span>
                  ),
                evidence:
                  row.evidenceTotal === 0 ? null : (
                    <Evidence
                      pieces={row.evidence}
                      total={row.evidenceTotal}
                      title={`${placeText(place)}: ${words.passedTitle}`}
                    />
                  ),
              },
            };
          })}
      />
    </>
  );
}

function copyOf(told: ToldAbsence['told']['again'], answer: ReplayAnswer) {
  const words = text.fortnight;
  return {
    title: told.title,
    columns: [
      { label: words.fortnightFrom, align: 'left' as const },
      ...[words.work, words.passed, words.leftNobody, words.leftLikely].map((label) => ({
        label,
        align: 'right' as const,
      })),
    ],
    rows: answer.fortnights.map((one) => [
      calendarDay(one.from),
      ...[one.changes, one.passed, one.left.nobodyStepsIn, one.left.likelyOnesDo].map(numeral),
    ]),
    note: [told.text, told.supposed ?? '', told.caution ?? ''].join(' '),
  };
}
