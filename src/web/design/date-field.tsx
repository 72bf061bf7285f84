import { useId, useState } from 'react';
import styles from './field.module.css';

interface DateFieldProps {
  readonly label: string;
  /** `2026-11-20`; empty for none. */
  readonly value: string;
  onChange(value: string): void;
  readonly min?: string;
  readonly max?: string;
  /** A sentence under it, read with it. */
  readonly hint?: string;
}

/** While a year is typed, its first digits are the years 2, 20 and 202. */
const EARLIEST = '1970-01-01';

/** A day of the calendar, UTC; told on only once it is whole and allowed. */
export function DateField({ label, value, onChange, min, max, hint }: DateFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isAllowed = (day: string) => day === '' || (day >= (min ?? EARLIEST) && (max === undefined || day <= max));
  return (
    <span className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.input}
        value={typed ?? value}
        min={min}
        max={max}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-invalid={typed !== null && !isAllowed(typed)}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          if (isAllowed(event.target.value)) onChange(event.target.value);
        }}
      />
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </span>
  );
}
