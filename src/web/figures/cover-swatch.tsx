import styles from './cover-legend.module.css';

/** The look of a level: its colour, and the pattern of nobody and one. */
export function CoverSwatch({ level }: { readonly level: number }) {
  return (
    <svg className={styles.swatch} width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
      <rect className={styles[`fill${level}`]} width="18" height="14" rx="2" />
      {level === 0 ? <path className={styles.mark} d="M2 14L16 0M-4 14L10 0M8 14L22 0" /> : null}
      {level === 1
        ? [3, 9, 15].map((x) => <circle key={x} className={styles.dot} cx={x} cy={x === 9 ? 9.5 : 4.5} r="1" />)
        : null}
    </svg>
  );
}
