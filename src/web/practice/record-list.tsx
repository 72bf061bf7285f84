import type { RecordData } from '../../domain/records/entry.ts';
import type { KindDescribed } from '../../domain/records/kind-described.ts';
import { DataTable } from '../design/data-table.tsx';
import { Said } from '../design/said.tsx';
import { To } from '../design/to.tsx';
import { text } from '../messages/index.ts';
import styles from './record-list.module.css';

/** How many are listed before somebody asks for all. */
const FIRST = 15;

/** A link to a record by its title. */
export function RecordLink({ record }: { readonly record: Pick<RecordData, 'kind' | 'id' | 'title'> }) {
  return (
    <To page="/record" query={{ kind: record.kind, id: record.id }} className={styles.link ?? ''}>
      <Said>{record.title.trim() === '' ? text.practice.untitled : record.title}</Said>
    </To>
  );
}

interface RecordListProps {
  readonly kind: KindDescribed;
  readonly records: readonly RecordData[];
}

/** Records of a kind as a table: title, state, the fields asked for when one is captured, and its days. */
export function RecordList({ kind, records }: RecordListProps) {
  const words = text.records.columns;
  const isStateTold = kind.states.length > 1;
  const keys = [...new Set([...kind.days.map(({ key }) => key), ...kind.capture])];
  const shown = kind.fields.filter(({ key, input }) => keys.includes(key) && input !== 'rows');
  return (
    <DataTable
      caption={text.records.list(kind.many)}
      limit={FIRST}
      columns={[
        { key: 'title', label: words.title },
        ...(isStateTold ? [{ key: 'status', label: words.status }] : []),
        ...shown.map(({ key, label }) => ({ key, label: label.charAt(0).toUpperCase() + label.slice(1) })),
      ]}
      rows={records.map((record) => ({
        key: record.id,
        cells: {
          title: <RecordLink record={record} />,
          status: <StateWord record={record} />,
          ...Object.fromEntries(shown.map(({ key }) => [key, <FieldText key={key} value={record.fields[key]} />])),
        },
      }))}
    />
  );
}

/** Where a record stands, by the word in its file. */
export function StateWord({ record }: { readonly record: Pick<RecordData, 'status' | 'isOpen'> }) {
  const word = record.status?.replaceAll('-', ' ') ?? text.practice.notSet;
  return (
    <span className={record.isOpen ? styles.open : styles.rest}>
      <Said>{word}</Said>
    </span>
  );
}

/** A value of a field as a person reads it. */
export function FieldText({ value }: { readonly value: unknown }) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? text.practice.yes : text.practice.no;
  if (Array.isArray(value)) return <Said>{value.map(String).join(', ')}</Said>;
  return <Said>{String(value)}</Said>;
}
