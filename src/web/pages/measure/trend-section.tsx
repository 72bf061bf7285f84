import { useNavigate, useSearch } from '@tanstack/react-router';
import { TREND_STEPS, type TrendStep } from '../../../domain/trend-steps.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { TrendChart, trendCopy } from '../../figures/trend-chart.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

const MOMENTS: Readonly<Record<TrendStep, number>> = { month: 12, quarter: 8 };

/** The measure over earlier windows, by months or quarters as the address says. */
export function TrendSection({
  measure,
  parameter,
}: {
  readonly measure: string;
  readonly parameter: readonly string[];
}) {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const every = TREND_STEPS.find((step) => step === search.every) ?? 'quarter';
  const result = useAnswer('trend/:measure', { measure, every, moments: MOMENTS[every], parameter: [...parameter] });
  const trend = result.data;
  return (
    <FigureCard
      id="trend"
      title={text.measure.trend}
      meaning={text.measure.trendMeaning(trend?.days ?? null)}
      {...(trend === undefined ? {} : { copy: trendCopy(trend) })}
      actions={
        trend?.points.length === 1 ? null : (
          <Segmented
            label={text.measure.every}
            value={every}
            options={[
              { value: 'month', label: text.measure.month },
              { value: 'quarter', label: text.measure.quarter },
            ]}
            onChange={(next) => {
              void navigate({ to: '.', search: (old) => ({ ...old, every: next }), replace: true });
            }}
          />
        )
      }
    >
      <Answered result={result} skeleton={<Skeleton shape="figure" />}>
        {(answer) => (
          <>
            {answer.points.filter(({ figure }) => figure !== null).length < 2 ? null : <TrendChart trend={answer} />}
            <p className={styles.trendAnswer}>
              <Said>{answer.answer}</Said>
            </p>
            <ul className={styles.notes}>
              {answer.notes.map((note) => (
                <li key={note}>
                  <Said>{note}</Said>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </FigureCard>
  );
}
