import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'primary' | 'quiet';
}

/** Something to do. One primary button a view at most. */
export function Button({ kind = 'plain', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={cx(styles.button, styles[kind], className)} {...rest} />;
}
