import type { EditedLine } from '../../../domain/configuration-edit.ts';
import { plain } from '../../../domain/plain.ts';
import { cx } from '../../design/cx.ts';
import { text } from '../../messages/index.ts';
import styles from './edited-lines.module.css';

const SIGNS = { kept: '', added: '+', removed: '−', skipped: '⋯' } as const;

/** Lines of a file as an edit leaves them: what is added and what is taken out is marked by a sign, not by colour alone. */
export function EditedLines({ lines }: { readonly lines: readonly EditedLine[] }) {
  const words = text.people.change;
  return (
    <ol className={styles.lines}>
      {lines.map(({ kind, text: line }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and never moves.
        <li key={i} className={cx(styles.line, styles[kind])}>
          <span aria-hidden="true" className={styles.sign}>
            {SIGNS[kind]}
          </span>
          {kind === 'kept' ? null : <span className="only-read">{words[kind]} </span>}
          <code dir="ltr" className={styles.text}>
            {indented(line)}
          </code>
        </li>
      ))}
    </ol>
  );
}

/** What a line begins with means something in this file, so it is kept; all else is shown harmlessly. */
function indented(line: string): string {
  const blank = /^ */.exec(line)?.[0] ?? '';
  return `${blank}${plain(line.slice(blank.length))}`;
}
