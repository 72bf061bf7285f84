import { X } from 'lucide-react';
import type { FieldDescribed } from '../../domain/records/kind-described.ts';
import { Button } from '../design/button.tsx';
import { text } from '../messages/index.ts';
import type { DraftRow } from './draft.ts';
import { FieldInput } from './field-input.tsx';
import styles from './record-form.module.css';

interface RowsInputProps {
  readonly field: FieldDescribed;
  readonly rows: readonly DraftRow[];
  onChange(rows: readonly DraftRow[]): void;
}

/** A field that holds several of a kind: assumptions, check-ins. */
export function RowsInput({ field, rows, onChange }: RowsInputProps) {
  const words = text.practice;
  const put = (at: number, row: DraftRow) => onChange(rows.map((one, i) => (i === at ? row : one)));
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{field.label}</legend>
      <p className={styles.hint}>{field.doc}</p>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row that is being typed has no other name.
        <fieldset key={at} className={styles.row}>
          <legend className="only-read">{words.row(field.label, at + 1)}</legend>
          {field.columns.map((column) => (
            <FieldInput
              key={column.key}
              field={column}
              value={row[column.key] ?? ''}
              onChange={(value) => put(at, { ...row, [column.key]: value })}
            />
          ))}
          <button
            type="button"
            className={styles.remove}
            aria-label={words.removeRow(at + 1)}
            onClick={() => onChange(rows.filter((_, i) => i !== at))}
          >
            <X aria-hidden="true" size={16} />
          </button>
        </fieldset>
      ))}
      <Button kind="quiet" className={styles.add} onClick={() => onChange([...rows, {}])}>
        {words.addRow}
      </Button>
    </fieldset>
  );
}
