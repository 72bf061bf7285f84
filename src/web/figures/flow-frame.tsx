import { type ReactNode, useId, useState } from 'react';
import type { FlowPeriod } from '../../domain/flow.ts';
import { TimeAxis } from '../design/charts/axis.tsx';
import { Reading } from '../design/charts/reading.tsx';
import { type TimeScale, timeScale } from '../design/charts/time-scale.ts';
import { useWidth } from '../design/charts/use-width.ts';
import styles from './flow-frame.module.css';

export interface Span {
  readonly since: number;
  readonly until: number;
}

/** Where a drawing of the flow lies; the same for all of them, so that one date stands below the other. */
export interface FlowPlace {
  readonly x: TimeScale;
  /** Right end of the axis in pixels; names stand beyond it where there is room. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly isNarrow: boolean;
  /** Which period is read, if any. */
  readonly cursor: number | null;
}

interface FlowFrameProps {
  readonly span: Span;
  readonly periods: readonly Pick<FlowPeriod, 'since' | 'until'>[];
  readonly height: number;
  readonly title: string;
  /** What one period says in words. */
  says(period: number): string;
  draw(place: FlowPlace): ReactNode;
}

const TOP = 16;
const FOOT = 26;
const NAMES = 148;
const NARROW = 620;

/** Where the axis ends in a drawing so wide, and whether names find no room beside it. */
export function flowRight(width: number): { right: number; isNarrow: boolean } {
  const isNarrow = width < NARROW;
  return { right: isNarrow ? width - 1 : width - NAMES, isNarrow };
}

/** A drawing over the span of the flow, read off by pointer or arrow keys. */
export function FlowFrame({ span, periods, height, title, says, draw }: FlowFrameProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const [cursor, setCursor] = useState<number | null>(null);
  const id = useId();
  const { right, isNarrow } = flowRight(width);
  const x = timeScale(span.since, span.until, 0, right);
  const bottom = height - FOOT;
  const at = (px: number) => {
    const moment = x.at(px);
    const found = periods.findIndex(({ until }) => moment < until);
    return found === -1 ? periods.length - 1 : found;
  };
  const here = cursor === null ? undefined : periods[cursor];
  return (
    <div className={styles.frame}>
      <div className={styles.drawing} ref={ref}>
        <svg
          data-picture=""
          width={width}
          height={height}
          role="img"
          aria-labelledby={`${id}t ${id}d`}
          onPointerMove={(event) => setCursor(at(event.clientX - event.currentTarget.getBoundingClientRect().left))}
          onPointerLeave={() => setCursor(null)}
        >
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{says(periods.length - 1)}</desc>
          {here === undefined ? null : (
            <rect
              className={styles.here}
              x={x.x(here.since)}
              y={TOP - 8}
              width={Math.max(1, x.x(here.until) - x.x(here.since))}
              height={bottom - TOP + 8}
            />
          )}
          {draw({ x, right, top: TOP, bottom, isNarrow, cursor })}
          <TimeAxis scale={x} y={bottom} from={0} to={right} />
        </svg>
      </div>
      <Reading count={periods.length} cursor={cursor} onCursor={setCursor} says={says} />
    </div>
  );
}
