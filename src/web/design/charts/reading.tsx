import { text } from '../../messages/index.ts';
import { useSurface } from '../surface.tsx';
import styles from './reading.module.css';

interface ReadingProps {
  /** How many values there are to go through. */
  readonly count: number;
  /** The one that is pointed at, if any; else the last is read. */
  readonly cursor: number | null;
  onCursor(cursor: number | null): void;
  /** What one of them says in words. */
  says(place: number): string;
}

/** What is read off a drawing, in words below it; the arrow keys go through it. On paper there is nothing to point with. */
export function Reading({ count, cursor, onCursor, says }: ReadingProps) {
  const { kind } = useSurface();
  if (kind === 'report') return null;
  const read = cursor ?? count - 1;
  return (
    <div className={styles.reading} data-screen="">
      <input
        type="range"
        className={styles.keys}
        aria-label={text.design.readValues}
        min={0}
        max={count - 1}
        value={read}
        aria-valuetext={says(read)}
        onChange={(event) => onCursor(Number(event.target.value))}
        onFocus={() => onCursor(read)}
        onBlur={() => onCursor(null)}
      />
      <p aria-hidden="true">{says(read)}</p>
    </div>
  );
}
