import type { ReactNode } from 'react';
import styles from './big-number.module.css';

interface BigNumberProps {
  readonly value: ReactNode;
  readonly unit?: ReactNode;
  readonly note?: ReactNode;
}

/** One figure that a section is about; its interval and count stand in the note. */
export function BigNumber({ value, unit, note }: BigNumberProps) {
  return (
    <div className={styles.box}>
      <p className={styles.line}>
        <span className={styles.value}>{value}</span>
        {unit === undefined ? null : <span className={styles.unit}> {unit}</span>}
      </p>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
    </div>
  );
}
