import { useId } from 'react';
import styles from './field.module.css';

interface DateFieldProps {
  readonly label: string;
  /** `2026-11-20`; empty for none. */
  readonly value: string;
  onChange(value: string): void;
  readonly min?: string;
  readonly max?: string;
}

/** A day of the calendar, UTC. */
export function DateField({ label, value, onChange, min, max }: DateFieldProps) {
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.input}
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
