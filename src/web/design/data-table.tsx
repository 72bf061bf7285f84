import { type ReactNode, useState } from 'react';
import { text } from '../messages/index.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './data-table.module.css';
import { useSurface } from './surface.tsx';

interface DataTableProps {
  /** What the table holds; read aloud, not shown. */
  readonly caption: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly align?: 'left' | 'right';
    /** Any CSS width. */
    readonly width?: string;
  }[];
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> }[];
  readonly empty?: ReactNode;
  /** How many rows are shown at first; all unless given. */
  readonly limit?: number;
}

/** A table that scrolls in its own box where it is too wide. The first cell of a row is its heading. */
export function DataTable({ caption, columns, rows, empty = text.design.nothing, limit }: DataTableProps) {
  const [isWhole, setWhole] = useState(false);
  const { kind } = useSurface();
  const isCut = limit !== undefined && rows.length > limit && kind === 'page';
  const shown = isCut && !isWhole ? rows.slice(0, limit) : rows;
  if (rows.length === 0) return <div className={styles.empty}>{empty}</div>;
  return (
    <div className={styles.whole}>
      {/* biome-ignore lint/a11y/useSemanticElements: a landmark would stand beside that of the card with the same name. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must come to what scrolls. */}
      <div role="group" className={styles.box} aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption className="only-read">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={cx(styles.label, column.align === 'right' && styles.right)}
                  style={column.width === undefined ? undefined : { width: column.width }}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                {columns.map((column, i) => {
                  const Cell = i === 0 ? 'th' : 'td';
                  return (
                    <Cell
                      key={column.key}
                      {...(i === 0 ? { scope: 'row' } : {})}
                      className={cx(styles.cell, column.align === 'right' && styles.right)}
                    >
                      {row.cells[column.key]}
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isCut ? (
        <Button kind="quiet" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? text.design.showFewer : text.design.showAll(rows.length)}
        </Button>
      ) : null}
    </div>
  );
}
