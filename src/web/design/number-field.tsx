import { useEffect, useId, useState } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  onChange(value: number): void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/** A number; told on only while it is one that is allowed. */
export function NumberField({ label, value, onChange, min, max, step }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const number = Number(typed);
  const isAllowed =
    typed.trim() !== '' && Number.isFinite(number) && number >= (min ?? number) && number <= (max ?? number);
  return (
    <span className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        className={cx(styles.input, styles.number)}
        value={typed}
        min={min}
        max={max}
        step={step}
        aria-invalid={!isAllowed}
        onBlur={() => setTyped(String(value))}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = Number(event.target.value);
          if (event.target.value.trim() === '' || !Number.isFinite(next)) return;
          if (next >= (min ?? next) && next <= (max ?? next)) onChange(next);
        }}
      />
    </span>
  );
}
