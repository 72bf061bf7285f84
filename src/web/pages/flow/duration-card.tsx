import type { Flow } from '../../../domain/flow.ts';
import { Button } from '../../design/button.tsx';
import { Disclosure } from '../../design/disclosure.tsx';
import { Empty } from '../../design/empty.tsx';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { To } from '../../design/to.tsx';
import { FlowLines } from '../../figures/flow-lines.tsx';
import { isReasonSaid } from '../../figures/is-reason-said.ts';
import { ReportTable } from '../../figures/report-table.tsx';
import { text } from '../../messages/index.ts';
import { durationCopy } from './copies.ts';
import styles from './page.module.css';

interface DurationCardProps {
  readonly flow: Flow;
  readonly what: 'waiting' | 'leadTime';
  draw(every: string): void;
}

/** Waiting or lead time: its line, and the same of the asked window by route and by who landed it. */
export function DurationCard({ flow, what, draw }: DurationCardProps) {
  const report = flow.reports[what];
  const title = text.flow[what];
  // The first row is all of them but the direct ones.
  const [all] = report.rows;
  const isKnown = flow.periods.some((period) => period[what].median !== null);
  const isSaid = flow.answer.startsWith(report.answer);
  return (
    <FigureCard
      id={report.measure}
      title={title}
      meaning={flow.meanings[what]}
      sure={report.confidence}
      isReasonSaid={isReasonSaid(flow.answer, report.confidence)}
      copy={durationCopy(flow, what)}
    >
      {isSaid || report.confidence.level === 'none' ? null : (
        <p className={styles.said}>
          <Said>{report.answer}</Said>
        </p>
      )}
      {isKnown ? (
        <FlowLines title={title} what={what} periods={flow.periods} every={flow.every} span={flow.span} />
      ) : (
        <Empty
          title={text.flow.nothing}
          action={
            flow.every === 'month' && flow.missing === null ? (
              <Button onClick={() => draw('quarter')}>{text.flow.toQuarters}</Button>
            ) : (
              <To page="/data">{text.scorecard.toData}</To>
            )
          }
        >
          {flow.missing ?? text.flow.nothingHint}
        </Empty>
      )}
      {report.rows.length === 0 ? null : (
        <Disclosure summary={text.flow.byWho}>
          <ReportTable report={report} />
        </Disclosure>
      )}
      <p className={styles.links}>
        {all === undefined || !isKnown ? null : (
          <Evidence pieces={all.evidence} total={all.evidenceTotal} title={text.flow.evidenceOf(title)} />
        )}
        <To page={`/measure/${report.measure}`}>{text.flow.rows}</To>
      </p>
    </FigureCard>
  );
}
