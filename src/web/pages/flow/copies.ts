import type { Flow } from '../../../domain/flow.ts';
import { calendarDay, duration, numeral } from '../../../domain/words.ts';
import type { Copyable } from '../../design/copyable.ts';
import { periodName } from '../../figures/period-name.ts';
import { text } from '../../messages/index.ts';

const left = (label: string) => ({ label, align: 'left' as const });
const right = (label: string) => ({ label, align: 'right' as const });

export function durationCopy({ periods, every, reports, caveats }: Flow, what: 'waiting' | 'leadTime'): Copyable {
  const words = (seconds: number | null) => (seconds === null ? text.design.noFigure : duration(seconds));
  return {
    title: text.flow[what],
    columns: [left(text.flow.when), right(text.flow.known), right(text.flow.median), right(text.flow.ninth)],
    rows: periods.map((period) => [
      periodName(period, every),
      numeral(period[what].known),
      words(period[what].median),
      words(period[what].ninth),
    ]),
    note: [reports[what].answer, ...caveats].join(' '),
  };
}

export function landedCopy({ periods, routes, every, caveats }: Flow): Copyable {
  return {
    title: text.flow.landed,
    columns: [left(text.flow.when), right(text.flow.all), ...routes.map(({ label }) => right(label))],
    rows: periods.map((period) => [
      periodName(period, every),
      numeral(period.changes),
      ...routes.map(({ route }) => numeral(period.routes[route] ?? 0)),
    ]),
    note: caveats.join(' '),
  };
}

export function releasesCopy({ releases, reports }: Flow): Copyable {
  return {
    title: text.flow.releases,
    columns: [left(text.flow.release), right(text.flow.when), right(text.flow.pause), left(text.flow.kind)],
    rows: releases.map(({ name, at, pause, isPrerelease }) => [
      name,
      calendarDay(at),
      pause === null ? '' : duration(Math.max(0, pause)),
      isPrerelease ? text.flow.isPrerelease : text.flow.isRelease,
    ]),
    note: reports.releases.answer,
  };
}
