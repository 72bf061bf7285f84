import { useId } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  /** A sentence under it, read with it. */
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  /** The label is read but not seen. */
  readonly isLabelHidden?: boolean;
  readonly isNeeded?: boolean;
  /** More lines than one, so many to begin with; a line of its own is then an answer. */
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Words of one's own. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  placeholder,
  isLabelHidden = false,
  isNeeded = false,
  rows,
  maxLength,
}: TextFieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    placeholder,
    maxLength,
    required: isNeeded,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  };
  return (
    <span className={cx(styles.field, styles.whole)}>
      <label htmlFor={id} className={isLabelHidden ? 'only-read' : styles.label}>
        {label}
      </label>
      {rows === undefined ? (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          className={cx(styles.input, styles.wide)}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          className={cx(styles.input, styles.wide, styles.area)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </span>
  );
}
