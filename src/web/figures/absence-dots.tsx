import { DAY } from '../../domain/window.ts';
import { text } from '../messages/index.ts';
import styles from './absence-dots.module.css';

/** More days than this are no picture any more. */
const MOST = 56;
const STEP = 15;
const IN_A_ROW = 14;

interface AbsenceDotsProps {
  /** First day away, in seconds since 1970. */
  readonly from: number;
  readonly days: number;
}

/** The days of an absence, a dot each, fourteen in a row; weekends are hollow. Nothing where there are too many. */
export function AbsenceDots({ from, days }: AbsenceDotsProps) {
  if (days > MOST) return null;
  const all = Array.from({ length: days }, (_, i) => ({ i, isWeekend: isWeekend(from + i * DAY) }));
  const rows = Math.ceil(days / IN_A_ROW);
  const width = Math.min(days, IN_A_ROW) * STEP;
  const said = text.fortnight.dotsOf(days, all.filter((one) => one.isWeekend).length);
  return (
    <svg className={styles.dots} width={width} height={rows * STEP} viewBox={`0 0 ${width} ${rows * STEP}`} role="img">
      <title>{said}</title>
      {all.map((day) => (
        <circle
          key={day.i}
          className={day.isWeekend ? styles.weekend : styles.day}
          cx={(day.i % IN_A_ROW) * STEP + STEP / 2}
          cy={Math.floor(day.i / IN_A_ROW) * STEP + STEP / 2}
          r={day.isWeekend ? 4 : 4.75}
        />
      ))}
    </svg>
  );
}

function isWeekend(at: number): boolean {
  const day = new Date(at * 1000).getUTCDay();
  return day === 0 || day === 6;
}
