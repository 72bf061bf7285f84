import type { HtmlReport } from '../../domain/html-report.ts';
import { calendarDay } from '../../domain/words.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { Said } from '../design/said.tsx';
import { AutonomyBands } from '../figures/autonomy-bands.tsx';
import { FlowLines } from '../figures/flow-lines.tsx';
import { isReasonSaid } from '../figures/is-reason-said.ts';
import { ReleaseStrip } from '../figures/release-strip.tsx';
import { ReportTable } from '../figures/report-table.tsx';
import { RouteColumns } from '../figures/route-columns.tsx';
import { text } from '../messages/index.ts';
import styles from './report.module.css';
import { Section, Sentences } from './section.tsx';

const words = text.flow;

/** Waiting, lead time, what landed by which way, releases, and what lands without the lead. */
export function FlowOfWork({ report: { flow } }: { readonly report: HtmlReport }) {
  const { reports, periods, every, span } = flow;
  return (
    <Section id="flow" title={text.report.flow}>
      <p className={styles.lead}>
        <Said>{flow.answer}</Said>
      </p>
      {(['waiting', 'leadTime'] as const).map((what) => (
        <FigureCard
          key={what}
          title={words[what]}
          meaning={flow.meanings[what]}
          sure={reports[what].confidence}
          isReasonSaid={isReasonSaid(reports[what].answer, reports[what].confidence)}
        >
          <Sentences of={flow.answer.startsWith(reports[what].answer) ? [] : [reports[what].answer]} />
          {periods.some((period) => period[what].median !== null) ? (
            <FlowLines title={words[what]} what={what} periods={periods} every={every} span={span} />
          ) : (
            <p>{words.nothing}</p>
          )}
          {reports[what].rows.length === 0 ? null : (
            <Disclosure summary={words.byWho}>
              <ReportTable report={reports[what]} />
            </Disclosure>
          )}
        </FigureCard>
      ))}
      {flow.routes.length === 0 ? null : (
        <FigureCard title={words.landed} meaning={words.landedMeaning}>
          <RouteColumns title={words.landed} periods={periods} routes={flow.routes} every={every} span={span} />
        </FigureCard>
      )}
      <FigureCard
        title={words.releases}
        meaning={
          <>
            {words.over(calendarDay(span.since), calendarDay(span.until))} <Said>{reports.releases.answer}</Said>
          </>
        }
        sure={reports.releases.confidence}
        isReasonSaid={isReasonSaid(reports.releases.answer, reports.releases.confidence)}
      >
        {flow.releases.length === 0 ? (
          <p>{words.noReleases}</p>
        ) : (
          <ReleaseStrip title={words.releases} releases={flow.releases} span={span} longestPause={flow.longestPause} />
        )}
      </FigureCard>
      {reports.autonomy.rows.length === 0 ? null : (
        <FigureCard
          title={words.autonomy}
          meaning={<Said>{reports.autonomy.answer}</Said>}
          sure={reports.autonomy.confidence}
          isReasonSaid={isReasonSaid(reports.autonomy.answer, reports.autonomy.confidence)}
        >
          <AutonomyBands report={reports.autonomy} />
        </FigureCard>
      )}
      <Sentences of={[flow.everyBecause, ...flow.caveats]} />
    </Section>
  );
}
