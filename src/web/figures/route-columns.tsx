import type { Flow } from '../../domain/flow.ts';
import { counted, numeral } from '../../domain/words.ts';
import { cx } from '../design/cx.ts';
import { DataTable } from '../design/data-table.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Evidence } from '../design/evidence.tsx';
import { text } from '../messages/index.ts';
import { FlowFrame, type FlowPlace } from './flow-frame.tsx';
import { periodName } from './period-name.ts';
import styles from './route-columns.module.css';

type RouteColumnsProps = Pick<Flow, 'periods' | 'routes' | 'every' | 'span'> & { readonly title: string };

const ROW = 58;

/** Changes that landed, a row of columns for each route, all of one scale. */
export function RouteColumns({ title, periods, routes, every, span }: RouteColumnsProps) {
  const says = (i: number) => {
    const period = periods[i];
    if (period === undefined) return '';
    const parts = routes.flatMap(({ route, label }) => {
      const count = period.routes[route] ?? 0;
      return count === 0 ? [] : [`${label} ${numeral(count)}`];
    });
    return text.flow.saysLanded(periodName(period, every), counted(period.changes, 'change'), parts.join(', '));
  };
  return (
    <>
      <FlowFrame
        span={span}
        periods={periods}
        height={routes.length * ROW + 48}
        title={title}
        says={says}
        draw={(place) => <Columns periods={periods} routes={routes} place={place} />}
      />
      <Disclosure summary={text.design.asTable}>
        <DataTable
          caption={title}
          columns={[
            { key: 'when', label: text.flow.when },
            { key: 'all', label: text.flow.all, align: 'right' },
            ...routes.map(({ route, label }) => ({ key: route, label, align: 'right' as const })),
            { key: '#evidence', label: text.flow.newest, align: 'right' },
          ]}
          rows={[...periods].reverse().map((period) => ({
            key: String(period.since),
            cells: {
              when: periodName(period, every),
              all: numeral(period.changes),
              ...Object.fromEntries(routes.map(({ route }) => [route, numeral(period.routes[route] ?? 0)])),
              '#evidence':
                period.changes === 0 ? null : (
                  <Evidence
                    pieces={period.landed}
                    total={period.changes}
                    title={text.flow.evidenceOf(periodName(period, every))}
                  />
                ),
            },
          }))}
        />
      </Disclosure>
    </>
  );
}

function Columns({
  periods,
  routes,
  place: { x, right, top, isNarrow, cursor },
}: Pick<RouteColumnsProps, 'periods' | 'routes'> & { readonly place: FlowPlace }) {
  const most = Math.max(1, ...periods.flatMap((period) => routes.map(({ route }) => period.routes[route] ?? 0)));
  const room = ROW - 18;
  return (
    <g>
      {routes.map(({ route, label }, row) => {
        const foot = top + (row + 1) * ROW - 8;
        const all = periods.reduce((sum, period) => sum + (period.routes[route] ?? 0), 0);
        return (
          <g key={route}>
            <line className={styles.foot} x1={0} x2={right} y1={foot + 0.5} y2={foot + 0.5} />
            {periods.map((period, i) => {
              const count = period.routes[route] ?? 0;
              if (count === 0) return null;
              const tall = Math.max(1, (count / most) * room);
              const [from, to] = [x.x(period.since), x.x(period.until)];
              return (
                <rect
                  key={period.since}
                  className={cx(styles.column, route === 'direct' && styles.direct, cursor === i && styles.here)}
                  x={from + 1}
                  width={Math.max(1, to - from - 2)}
                  y={foot - tall}
                  height={tall}
                />
              );
            })}
            <text className={styles.name} x={isNarrow ? 0 : right + 10} y={isNarrow ? foot - room - 2 : foot - 14}>
              {label}
            </text>
            <text
              className={styles.count}
              x={isNarrow ? right : right + 10}
              y={isNarrow ? foot - room - 2 : foot + 1}
              textAnchor={isNarrow ? 'end' : 'start'}
            >
              {numeral(all)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
