import { calendarDay } from '../../../domain/words.ts';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** A day and a minute, UTC. */
export function When({ time }: { readonly time: number | null }) {
  if (time === null || Number.isNaN(new Date(time * 1000).getTime())) return <>{text.change.unknown}</>;
  return (
    <time className={styles.time} dateTime={new Date(time * 1000).toISOString()}>
      {calendarDay(time)} {clock.format(time * 1000)}
    </time>
  );
}
