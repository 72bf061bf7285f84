import type { Explanation } from '../../domain/explanation.ts';
import { cellText } from '../../domain/figure-words.ts';
import type { HtmlReport, ReportLimits } from '../../domain/html-report.ts';
import { DataTable } from '../design/data-table.tsx';
import { Evidence } from '../design/evidence.tsx';
import { Said } from '../design/said.tsx';
import { Sure } from '../design/sure.tsx';
import { isReasonSaid } from '../figures/is-reason-said.ts';
import { MeasureFigure } from '../figures/measure-figure.tsx';
import { OldAndNew } from '../figures/old-and-new.tsx';
import { text } from '../messages/index.ts';
import styles from './report.module.css';
import { Section, Sentences } from './section.tsx';

const words = text.report;

interface MeasureProps {
  readonly explanation: Explanation;
  /** What is said once for all of the report. */
  readonly notes: ReadonlySet<string>;
  readonly limits: ReportLimits;
}

/** The old scorecard beside the new, then every measure, folded. */
export function Scorecard({ report, limits }: { readonly report: HtmlReport; readonly limits: ReportLimits }) {
  const { scorecard, measures } = report;
  const notes = new Set([...report.absence.notes, ...scorecard.notes]);
  const byId = new Map(measures.map((explanation) => [explanation.report.measure, explanation]));
  const shown = new Set(
    [...scorecard.groups, { measures: scorecard.unanswered }].flatMap((group) =>
      group.measures.map(({ measure }) => measure),
    ),
  );
  const others = measures.flatMap(({ report: { measure } }) => (shown.has(measure) ? [] : [{ measure }]));
  const groups = [
    ...scorecard.groups,
    ...(scorecard.unanswered.length === 0
      ? []
      : [{ id: 'unanswered', title: words.unanswered, about: '', measures: scorecard.unanswered }]),
    ...(others.length === 0 ? [] : [{ id: 'others', title: words.measures, about: '', measures: others }]),
  ];
  return (
    <Section id="scorecard" title={words.scorecard}>
      <p className={styles.lead}>
        <Said>{scorecard.headline}</Said>
      </p>
      <Sentences of={[scorecard.beside]} />
      <OldAndNew sides={scorecard.sides} />
      {groups.map((group) => (
        <div key={group.id} className={styles.part}>
          <h3>{group.title}</h3>
          {group.about === '' ? null : <p>{group.about}</p>}
          <div className={styles.measures}>
            {group.measures.map(({ measure }) => {
              const explanation = byId.get(measure);
              return explanation === undefined ? null : (
                <MeasureDetails key={measure} explanation={explanation} notes={notes} limits={limits} />
              );
            })}
          </div>
        </div>
      ))}
    </Section>
  );
}

function MeasureDetails({ explanation: { meaning, misleads, report }, notes, limits }: MeasureProps) {
  const shown = report.rows.slice(0, limits.rows);
  return (
    <details id={`measure-${report.measure}`} className={styles.measure}>
      <summary>
        <span className={styles.measureTitle}>{report.title}</span>{' '}
        <span className={styles.measureAnswer}>
          <Said>{report.answer}</Said>
        </span>
      </summary>
      <div className={styles.measureBody}>
        <p className={styles.sure}>
          <Sure confidence={report.confidence} isReasonSaid={isReasonSaid(report.answer, report.confidence)} />
        </p>
        {report.figure === null ? null : <MeasureFigure figure={report.figure} kind={report.figureKind} />}
        <dl className={styles.terms}>
          <dt>{words.meaning}</dt>
          <dd>{meaning}</dd>
          <dt>{words.misleads}</dt>
          <dd>{misleads}</dd>
        </dl>
        <Sentences of={report.notes.filter((note) => !notes.has(note))} />
        {report.rows.length === 0 ? null : (
          <DataTable
            caption={`${report.title}: ${words.rows}`}
            columns={[
              ...report.columns.map(({ key, label, kind }) => ({
                key,
                label,
                align: NUMBERS.has(kind) ? ('right' as const) : ('left' as const),
              })),
              { key: ' evidence', label: words.evidence },
            ]}
            rows={shown.map((row, i) => ({
              key: String(i),
              cells: {
                ...Object.fromEntries(
                  report.columns.map(({ key, kind }) => [key, <Said key={key}>{cellText(row.cells[key], kind)}</Said>]),
                ),
                ' evidence':
                  row.evidence.length === 0 ? null : (
                    <Evidence
                      pieces={row.evidence}
                      total={row.evidenceTotal}
                      label={String(row.evidenceTotal)}
                      title={`${report.title}: ${cellText(row.cells[report.columns[0]?.key ?? ''], report.columns[0]?.kind ?? 'text')}`}
                    />
                  ),
              },
            }))}
          />
        )}
        {report.rows.length > shown.length ? <p>{words.rowsLeft(report.rows.length - shown.length)}</p> : null}
      </div>
    </details>
  );
}

const NUMBERS = new Set(['count', 'number', 'share', 'seconds', 'instant']);

/** How every figure is computed. */
export function Formulas({ report: { measures } }: { readonly report: HtmlReport }) {
  return (
    <Section id="formulas" title={words.formulas}>
      <div className={styles.formulas}>
        {measures.map(({ formula, source, parameters, report }) => (
          <div key={report.measure} className={styles.part}>
            <h3>{report.title}</h3>
            <dl className={styles.terms}>
              <dt>{words.formula}</dt>
              <dd>{formula}</dd>
              <dt>{words.source}</dt>
              <dd>{source}</dd>
              {parameters.length === 0 ? null : (
                <>
                  <dt>{words.parameter}</dt>
                  <dd>{parameters.map(({ name, value, doc }) => `${name} = ${value}: ${doc}`).join(' ')}</dd>
                </>
              )}
            </dl>
          </div>
        ))}
      </div>
    </Section>
  );
}
