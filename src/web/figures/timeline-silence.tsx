import { plain } from '../../domain/plain.ts';
import type { Weeks } from '../../domain/weeks.ts';
import { text } from '../messages/index.ts';
import styles from './absence-timeline.module.css';
import { OutcomeSign } from './outcome-sign.tsx';

interface TimelineSilenceProps {
  readonly silence: Weeks['absences'][number];
  /** In pixels. */
  readonly left: number;
  readonly right: number;
  onSay(said: string | null): void;
  onOpen?(from: number): void;
}

const BAR_TOP = 20;
const BAR_HEIGHT = 14;
const LEAST_WIDTH = 4;

/** One silence on the time axis: a span, and above it what teammates' work did, as a sign and in words. */
export function TimelineSilence({ silence, left, right, onSay, onOpen }: TimelineSilenceProps) {
  const width = Math.max(LEAST_WIDTH, right - left);
  const { from, to, outcome, notCompared, said } = silence;
  const drawing = (
    <>
      {/* What is a few pixels wide is hit all the same. */}
      <rect className={styles.hit} x={left - 6} y="0" width={width + 12} height={BAR_TOP + BAR_HEIGHT} />
      <rect
        className={notCompared === null ? styles.silence : styles.hollow}
        x={left}
        y={BAR_TOP}
        width={width}
        height={BAR_HEIGHT}
        rx="2"
      />
      {to === null ? <path className={styles.still} d={`M${right - 6} ${BAR_TOP + 2}l5 5l-5 5`} /> : null}
      {outcome === null || notCompared !== null ? null : (
        <OutcomeSign outcome={outcome} x={left + width / 2} y={BAR_TOP - 9} />
      )}
    </>
  );
  const listen = {
    onPointerEnter: () => onSay(said),
    onPointerLeave: () => onSay(null),
  };
  if (onOpen === undefined) {
    return (
      <g {...listen}>
        <title>{plain(said)}</title>
        {drawing}
      </g>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot stand in a drawing.
    <g
      role="button"
      tabIndex={0}
      className={styles.button}
      aria-label={`${text.fortnight.open}: ${plain(said)}`}
      {...listen}
      onFocus={() => onSay(said)}
      onBlur={() => onSay(null)}
      onClick={() => onOpen(from)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen(from);
      }}
    >
      {drawing}
    </g>
  );
}
