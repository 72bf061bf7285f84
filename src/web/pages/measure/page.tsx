import { useParams } from '@tanstack/react-router';
import type { Explanation } from '../../../domain/explanation.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { Sure } from '../../design/sure.tsx';
import { To } from '../../design/to.tsx';
import { isReasonSaid } from '../../figures/is-reason-said.ts';
import { MeasureFigure } from '../../figures/measure-figure.tsx';
import { ReportTable, reportCopy } from '../../figures/report-table.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';
import { Settings } from './settings.tsx';
import { TrendSection } from './trend-section.tsx';
import { useSettings } from './use-settings.ts';

const ROWS = 20;

/** One measure taken apart: answer, figure, earlier windows, rows with their evidence, formula and settings. */
export function MeasurePage() {
  const { measure = '' } = useParams({ strict: false });
  const settings = useSettings();
  const result = useAnswer('measure/:measure', { measure, parameter: settings.given });
  return (
    <>
      <p className={styles.back}>
        <To page="/scorecard">{text.measure.back}</To>
      </p>
      <PageHead title={result.data?.report.title ?? text.measure.title} lead={result.data?.report.question ?? ' '} />
      <Answered
        result={result}
        skeleton={
          <>
            <Skeleton shape="figure" />
            <Skeleton shape="table" rows={8} />
          </>
        }
      >
        {(explanation) => (
          <>
            <Head explanation={explanation} />
            <TrendSection measure={explanation.report.measure} parameter={settings.given} />
            <FigureCard
              id="rows"
              title={text.measure.rows}
              meaning={text.measure.rowsMeaning}
              copy={reportCopy(explanation.report)}
            >
              <ReportTable report={explanation.report} limit={ROWS} />
            </FigureCard>
            <How explanation={explanation} />
            {explanation.parameters.length === 0 ? null : (
              <Settings parameters={explanation.parameters} settings={settings} />
            )}
            <Notes notes={explanation.report.notes} />
          </>
        )}
      </Answered>
    </>
  );
}

function Head({ explanation: { report, meaning } }: { readonly explanation: Explanation }) {
  return (
    <div className={report.figure === null ? styles.untold : styles.top}>
      {/* Of a measure without a figure the answer begins with just that. */}
      {report.figure === null ? null : (
        <div className={styles.figure}>
          <MeasureFigure figure={report.figure} kind={report.figureKind} size="page" />
        </div>
      )}
      <div>
        <p className={styles.answer}>
          <Said>{report.answer}</Said>
        </p>
        <p className={styles.meaning}>{meaning}</p>
        <p className={styles.sure}>
          <Sure confidence={report.confidence} />
          {isReasonSaid(report.answer, report.confidence) ? null : <Said>{report.confidence.because}</Said>}
        </p>
      </div>
    </div>
  );
}

function How({ explanation: { formula, misleads, source } }: { readonly explanation: Explanation }) {
  const rows = [
    [text.measure.formula, formula],
    [text.measure.misleads, misleads],
    [text.measure.source, source],
  ] as const;
  return (
    <section className={styles.section} aria-labelledby="how">
      <h2 id="how">{text.measure.how}</h2>
      <dl className={styles.how}>
        {rows.map(([label, words]) => (
          <div key={label} className={styles.pair}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="notes">
      <h2 id="notes">{text.measure.notes}</h2>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>
            <Said>{note}</Said>
          </li>
        ))}
      </ul>
    </section>
  );
}
