import type { HtmlReport, ReportLimits } from '../../domain/html-report.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay, counted } from '../../domain/words.ts';
import { Said } from '../design/said.tsx';
import { AbsenceAnswer } from '../figures/absence-answer.tsx';
import { text } from '../messages/index.ts';
import { Absence } from './absence-sections.tsx';
import { FlowOfWork } from './flow-section.tsx';
import { Knowledge } from './knowledge-section.tsx';
import { Formulas, Scorecard } from './measure-sections.tsx';
import styles from './report.module.css';
import { Points, Section } from './section.tsx';

const words = text.report;

const CONTENTS = [
  ['stall', words.stall],
  ['who', words.cover],
  ['past', words.past],
  ['what-helps', words.moves],
  ['scorecard', words.scorecard],
  ['knowledge', words.knowledge],
  ['flow', words.flow],
  ['notes', words.notes],
  ['formulas', words.formulas],
  ['evidence', words.evidence],
] as const;

interface DocumentProps {
  readonly report: HtmlReport;
  readonly limits: ReportLimits;
}

/** Everything but the evidence, which is known when this was drawn. */
export function ReportDocument({ report, limits }: DocumentProps) {
  const { absence, scorecard, version, madeAt, hidesNames } = report;
  const { since, until } = absence.window;
  return (
    <>
      <header id="top" className={styles.head}>
        <p className={styles.eyebrow}>
          {words.product} · <Said>{absence.repositories.join(', ')}</Said> ·{' '}
          {words.window(calendarDay(since), calendarDay(until), counted(Math.round((until - since) / DAY), 'day'))}
        </p>
        <h1>
          <Said>{absence.question}</Said>
        </h1>
        <AbsenceAnswer absence={absence} />
      </header>
      <nav className={styles.contents} aria-label={words.contents}>
        <h2>{words.contents}</h2>
        <ol>
          {CONTENTS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <Absence report={report} />
      <Scorecard report={report} limits={limits} />
      <Knowledge report={report} />
      <FlowOfWork report={report} />
      <Section id="notes" title={words.notes}>
        <Points
          of={[...new Set([...absence.notes, ...scorecard.notes])].map((note) => <Said key={note}>{note}</Said>)}
        />
        <Points
          of={scorecard.unanswered.map(({ title, confidence }) => (
            <>
              {title}: <Said>{confidence.because}</Said>
            </>
          ))}
        />
        {limits.isCut ? <p>{limits.pieces === 0 ? words.nothingListed : words.cut(limits.pieces)}</p> : null}
        {hidesNames ? <p>{words.hidden}</p> : null}
        <p>{words.made(version, calendarDay(madeAt))}</p>
      </Section>
      <Formulas report={report} />
    </>
  );
}
