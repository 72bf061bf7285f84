import { daysBetween } from '../../domain/calendar-day.ts';
import { text } from '../messages/index.ts';
import styles from './clock.module.css';

interface ClockProps {
  /** `2026-02-28`; null: none is set. */
  readonly day: string | null;
  readonly today: string;
}

/** A day and how far off it is, in words: what has passed stands out by its words as well. */
export function Clock({ day, today }: ClockProps) {
  const words = text.practice.clock;
  if (day === null) return <span className={styles.none}>{words.none}</span>;
  const days = daysBetween(today, day);
  const said = days === 0 ? words.today : days < 0 ? words.over(-days) : words.left(days);
  return (
    <span className={days < 0 ? styles.over : days === 0 ? styles.today : styles.clock}>
      <strong className={styles.said}>{said}</strong> <time dateTime={day}>{day}</time>
    </span>
  );
}
