import type { ReactNode } from 'react';
import styles from './field.module.css';

interface CheckProps {
  readonly children: ReactNode;
  readonly isChecked: boolean;
  onChange(isChecked: boolean): void;
}

/** Yes or no; what is asked stands inside. */
export function Check({ children, isChecked, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
