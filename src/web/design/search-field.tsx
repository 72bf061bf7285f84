import { useId } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  readonly placeholder?: string;
  /** The label is read but not seen. */
  readonly isLabelHidden?: boolean;
}

/** Words to look for. The key `/` goes to the first of a page. */
export function SearchField({ label, value, onChange, placeholder, isLabelHidden = false }: SearchFieldProps) {
  const id = useId();
  return (
    <span className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'only-read' : styles.label}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        data-search=""
        autoComplete="off"
        spellCheck={false}
        className={cx(styles.input, styles.wide)}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
