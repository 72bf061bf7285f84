import type { Confidence } from '../../domain/report.ts';
import { sureWords } from '../../domain/sure.ts';
import { cx } from './cx.ts';
import { Said } from './said.tsx';
import styles from './sure.module.css';
import { useSurface } from './surface.tsx';
import { Tip } from './tip.tsx';

const FILLED: Readonly<Record<Confidence['level'], number>> = { high: 3, medium: 2, low: 1, none: 0 };

interface SureProps {
  readonly confidence: Confidence;
  /** On paper the reason is left out. */
  readonly isReasonSaid?: boolean;
}

/** How sure a figure is, as three dots and in words; why, on demand (on paper: after it). */
export function Sure({ confidence, isReasonSaid = false }: SureProps) {
  const { kind } = useSurface();
  const { level, because } = confidence;
  const mark = (
    <span className={cx(styles.sure, (level === 'low' || level === 'none') && styles.warn)}>
      <svg className={styles.dots} width="27" height="7" viewBox="0 0 27 7" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <circle
            key={i}
            cx={3.5 + i * 10}
            cy="3.5"
            r="2.9"
            fill={i < FILLED[level] ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1"
          />
        ))}
      </svg>
      {sureWords(level)}
    </span>
  );
  if (kind === 'page') return <Tip label={because}>{mark}</Tip>;
  if (isReasonSaid) return mark;
  return (
    <>
      {mark}{' '}
      <span className={styles.because}>
        <Said>{because}</Said>
      </span>
    </>
  );
}
