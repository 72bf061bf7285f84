import { useId } from 'react';
import { plain } from '../../domain/plain.ts';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface SelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  onChange(value: V): void;
  /** The label is read but not seen. */
  readonly isLabelHidden?: boolean;
}

/** One of several, as the browser's own list. */
export function Select<V extends string>({ label, value, options, onChange, isLabelHidden = false }: SelectProps<V>) {
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'only-read' : styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={cx(styles.input, styles.select)}
        value={value}
        onChange={(event) => onChange(event.target.value as V)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {plain(option.label)}
          </option>
        ))}
      </select>
    </span>
  );
}
