import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Flow } from '../../../domain/flow.ts';
import { TREND_STEPS } from '../../../domain/trend-steps.ts';
import { calendarDay } from '../../../domain/words.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Empty } from '../../design/empty.tsx';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { SectionIndex } from '../../design/section-index.tsx';
import { Segmented } from '../../design/segmented.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { To } from '../../design/to.tsx';
import { AutonomyBands } from '../../figures/autonomy-bands.tsx';
import { isReasonSaid } from '../../figures/is-reason-said.ts';
import { periodName } from '../../figures/period-name.ts';
import { ReleaseStrip } from '../../figures/release-strip.tsx';
import { reportCopy } from '../../figures/report-table.tsx';
import { RouteColumns } from '../../figures/route-columns.tsx';
import { text } from '../../messages/index.ts';
import { landedCopy, releasesCopy } from './copies.ts';
import { DurationCard } from './duration-card.tsx';
import styles from './page.module.css';

/** How the work moves: what waits, how long it takes, what lands by which way, what is released. */
export function FlowPage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const every = TREND_STEPS.find((step) => step === search.every);
  const result = useAnswer('flow', every === undefined ? {} : { every });
  const draw = (next: string) => {
    void navigate({ to: '.', search: (old) => ({ ...old, every: next }), replace: true });
  };
  return (
    <>
      <PageHead title={text.flow.title} lead={result.data?.question ?? ' '}>
        <Segmented
          label={text.flow.every}
          value={every ?? result.data?.every ?? 'month'}
          options={[
            { value: 'month', label: text.flow.month },
            { value: 'quarter', label: text.flow.quarter },
          ]}
          onChange={draw}
        />
      </PageHead>
      <Answered
        result={result}
        skeleton={
          <>
            <Skeleton rows={2} />
            <Skeleton shape="figure" />
            <Skeleton shape="figure" />
          </>
        }
      >
        {(flow) => <Figures flow={flow} draw={draw} />}
      </Answered>
    </>
  );
}

function Figures({ flow, draw }: { readonly flow: Flow; draw(every: string): void }) {
  const { reports, periods, every, span } = flow;
  return (
    <>
      <p className={styles.answer}>
        <Said>{flow.answer}</Said>
      </p>
      {flow.everyBecause === null ? null : <p className={styles.quiet}>{flow.everyBecause}</p>}
      <div className={styles.cards}>
        <SectionIndex label={text.flow.parts} sections={partsOf(flow)} />
        <DurationCard flow={flow} what="waiting" draw={draw} />
        <DurationCard flow={flow} what="leadTime" draw={draw} />
        <FigureCard id="landed" title={text.flow.landed} meaning={text.flow.landedMeaning} copy={landedCopy(flow)}>
          {flow.routes.length === 0 ? (
            <Empty title={text.flow.noBands} action={<To page="/data">{text.scorecard.toData}</To>} />
          ) : (
            <>
              <RouteColumns title={text.flow.landed} periods={periods} routes={flow.routes} every={every} span={span} />
              <LandedEvidence flow={flow} />
            </>
          )}
        </FigureCard>
        <FigureCard
          id="releases"
          title={text.flow.releases}
          meaning={
            <>
              {text.flow.over(calendarDay(span.since), calendarDay(span.until))} <Said>{reports.releases.answer}</Said>
            </>
          }
          sure={reports.releases.confidence}
          isReasonSaid={isReasonSaid(reports.releases.answer, reports.releases.confidence)}
          copy={releasesCopy(flow)}
        >
          {flow.releases.length === 0 ? (
            <Empty title={text.flow.noReleases} action={<To page="/data">{text.scorecard.toData}</To>}>
              {text.flow.noReleasesHint}
            </Empty>
          ) : (
            <>
              <ReleaseStrip
                title={text.flow.releases}
                releases={flow.releases}
                span={span}
                longestPause={flow.longestPause}
              />
              <p className={styles.quiet}>
                {text.flow.releasesKey}{' '}
                {flow.releasesTotal > flow.releases.length
                  ? text.flow.shown(flow.releases.length, flow.releasesTotal)
                  : null}{' '}
                <To page="/measure/releases">{text.flow.rows}</To>
              </p>
            </>
          )}
        </FigureCard>
        <FigureCard
          id="autonomy"
          title={text.flow.autonomy}
          meaning={flow.meanings.autonomy}
          sure={reports.autonomy.confidence}
          copy={reportCopy(reports.autonomy)}
        >
          {reports.autonomy.rows.length === 0 ? (
            <Empty title={text.flow.noBands} action={<To page="/data">{text.scorecard.toData}</To>} />
          ) : (
            <>
              {reports.autonomy.confidence.level === 'none' ? null : (
                <p className={styles.said}>
                  <Said>{reports.autonomy.answer}</Said>
                </p>
              )}
              <AutonomyBands report={reports.autonomy} />
              <p className={styles.quiet}>
                <To page="/measure/autonomy">{text.flow.rows}</To>
              </p>
            </>
          )}
        </FigureCard>
      </div>
      {flow.caveats.length === 0 ? null : (
        <section id="caveats" className={styles.section} aria-labelledby="caveats-title">
          <h2 id="caveats-title">{text.flow.caveats}</h2>
          <ul className={styles.notes}>
            {[...flow.caveats, ...flow.notes].map((note) => (
              <li key={note}>
                <Said>{note}</Said>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** In the order of the page. */
const partsOf = ({ reports, caveats }: Flow) => [
  { id: reports.waiting.measure, label: text.flow.waiting },
  { id: reports.leadTime.measure, label: text.flow.leadTime },
  { id: 'landed', label: text.flow.landedShort },
  { id: 'releases', label: text.flow.releases },
  { id: 'autonomy', label: text.flow.autonomyShort },
  ...(caveats.length === 0 ? [] : [{ id: 'caveats', label: text.flow.caveats }]),
];

/** What landed last, one press away; earlier months stand in the table. */
function LandedEvidence({ flow: { periods, every } }: { readonly flow: Flow }) {
  const last = periods.findLast(({ changes }) => changes > 0);
  if (last === undefined) return null;
  const name = periodName(last, every);
  return (
    <p className={styles.links}>
      <span>{name}</span>
      <Evidence pieces={last.landed} total={last.changes} title={text.flow.evidenceOf(name)} />
    </p>
  );
}
