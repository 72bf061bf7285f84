import type { HtmlReport } from '../../domain/html-report.ts';
import { calendarDay, duration } from '../../domain/words.ts';
import { LineChart } from '../design/charts/line-chart.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './report.module.css';
import { Part, Points, Section, Sentences } from './section.tsx';

const words = text.report;

/** Waiting, lead time and releases over time. */
export function FlowOfWork({ report: { flow } }: { readonly report: HtmlReport }) {
  const line = (of: 'waiting' | 'leadTime', tone: 'alone' | 'others') => [
    {
      label: of === 'waiting' ? words.waiting : words.leadTime,
      tone,
      points: flow.periods
        .filter(({ isWhole }) => isWhole)
        .map((period) => ({ at: period.since, value: period[of].median })),
    },
  ];
  return (
    <Section id="flow" title={words.flow}>
      <p className={styles.lead}>
        <Said>{flow.answer}</Said>
      </p>
      <Part title={words.waiting} sure={flow.reports.waiting.confidence}>
        <Sentences of={[flow.reports.waiting.answer]} />
        <LineChart title={words.waiting} format={duration} series={line('waiting', 'alone')} height={180} />
      </Part>
      <Part title={words.leadTime} sure={flow.reports.leadTime.confidence}>
        <Sentences of={[flow.reports.leadTime.answer]} />
        <LineChart title={words.leadTime} format={duration} series={line('leadTime', 'others')} height={180} />
      </Part>
      <Part title={words.releases} sure={flow.reports.releases.confidence}>
        <Sentences of={[flow.reports.releases.answer]} />
        <Points
          of={flow.releases
            .slice(-12)
            .reverse()
            .map(({ name, at }) => <Said key={name}>{words.released(name, calendarDay(at))}</Said>)}
        />
      </Part>
      <Sentences of={[flow.everyBecause, ...flow.caveats]} />
    </Section>
  );
}
