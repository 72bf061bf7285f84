import { plain } from '../../domain/plain.ts';
import styles from './said.module.css';

/** What must not be taken apart at the end of a line: a day, an interval, an option of the command line. */
const WHOLE = /(\b\d{4}-\d\d-\d\d\b|\b\d+(?:\.\d+)?–\d+(?:\.\d+)?%?|(?<=^|[\s(])--[a-z][a-z-]{1,30}\b)/;

/** Text of a stranger or of the server: controls are shown instead of obeyed, and its direction stays its own. */
export function Said({ children }: { readonly children: string }) {
  const pieces = plain(children).split(WHOLE);
  return (
    <bdi>
      {pieces.map((piece, i) =>
        i % 2 === 0 ? (
          piece
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name, and never move.
          <span key={i} className={styles.whole}>
            {piece}
          </span>
        ),
      )}
    </bdi>
  );
}
