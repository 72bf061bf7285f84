import type { FieldDescribed, KindDescribed } from '../../domain/records/kind-described.ts';
import type { Draft, DraftValue } from './draft.ts';
import { FieldInput } from './field-input.tsx';
import styles from './record-form.module.css';
import { RowsInput } from './rows-input.tsx';

interface RecordFieldsProps {
  readonly kind: KindDescribed;
  readonly draft: Draft;
  /** Which of them, in this order; all of the kind unless given. */
  readonly keys?: readonly string[];
  onChange(draft: Draft): void;
}

/** Fields of a kind to fill in: those of a line beside each other, longer ones below. */
export function RecordFields({ kind, draft, keys, onChange }: RecordFieldsProps) {
  const known = new Map(kind.fields.map((field) => [field.key, field]));
  const shown = (keys ?? kind.fields.map(({ key }) => key)).flatMap((key) => known.get(key) ?? []);
  const put = (field: FieldDescribed, value: DraftValue) =>
    onChange({ ...draft, fields: { ...draft.fields, [field.key]: value } });
  return (
    <div className={styles.fields}>
      {shown.map((field) => {
        const value = draft.fields[field.key] ?? (field.input === 'rows' ? [] : '');
        return (
          <div key={field.key} className={isLong(field) ? styles.long : styles.short}>
            {typeof value === 'string' ? (
              <FieldInput field={field} value={value} onChange={(typed) => put(field, typed)} />
            ) : (
              <RowsInput field={field} rows={value} onChange={(rows) => put(field, rows)} />
            )}
          </div>
        );
      })}
    </div>
  );
}

const isLong = ({ input }: FieldDescribed): boolean => input === 'rows';
