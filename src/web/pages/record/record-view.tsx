import type { FieldDescribed } from '../../../domain/records/kind-described.ts';
import type { RecordTold } from '../../../domain/records/practice-answer.ts';
import { calendarDay } from '../../../domain/words.ts';
import { DataTable } from '../../design/data-table.tsx';
import { Prose } from '../../design/prose.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { FieldText } from '../../practice/record-list.tsx';
import { RecordActions } from './record-actions.tsx';
import styles from './record-view.module.css';

interface RecordViewProps {
  readonly told: RecordTold;
  readonly today: string;
}

/** A record as it is read: what is to be done with it, its text, what is set down, how it came to be. */
export function RecordView({ told, today }: RecordViewProps) {
  const { record } = told;
  const words = text.records;
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <RecordActions told={told} today={today} />
        {record.problems.length === 0 ? null : (
          <section className={styles.problems}>
            <h2>{words.problems}</h2>
            <ul>
              {record.problems.map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  <Said>{words.problem(line, message)}</Said>
                </li>
              ))}
            </ul>
          </section>
        )}
        {record.sections.length === 0 ? <p className={styles.quiet}>{words.empty}</p> : null}
        {record.sections.map(({ heading, text: body }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may have one heading twice.
          <section key={i} className={styles.section}>
            {heading === '' ? null : (
              <h2>
                <Said>{heading}</Said>
              </h2>
            )}
            <Prose>{body}</Prose>
          </section>
        ))}
      </div>
      <aside className={styles.aside} aria-label={words.fields}>
        <Fields told={told} />
        <History told={told} />
      </aside>
    </div>
  );
}

function Fields({ told: { kind, record } }: { readonly told: RecordTold }) {
  const isSaid = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  const there = kind.fields.filter(({ key }) => !isShown(kind.id, key) && isSaid(record.fields[key]));
  return (
    <dl className={styles.fields}>
      {there.map((field) => (
        <div key={field.key} className={styles.field}>
          <dt>{field.label}</dt>
          <dd>
            <FieldValue field={field} value={record.fields[field.key]} />
          </dd>
        </div>
      ))}
      <div className={styles.field}>
        <dt>{text.records.file}</dt>
        <dd className={styles.path}>
          <Said>{record.path}</Said>
        </dd>
      </div>
    </dl>
  );
}

/** Fields that what can be done shows already, with more to it. */
const isShown = (kind: string, key: string): boolean =>
  key === 'status' || (kind === 'delegation' && key === 'check-ins');

function FieldValue({ field, value }: { readonly field: FieldDescribed; readonly value: unknown }) {
  if (!Array.isArray(value)) return <FieldText value={value} />;
  if (field.input !== 'rows') {
    return (
      <ul className={styles.values}>
        {value.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may say one thing twice.
          <li key={i}>
            <Said>{String(one)}</Said>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ol className={styles.rows}>
      {value.map((row: Readonly<Record<string, unknown>>, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file may say one thing twice.
        <li key={i}>
          {field.columns
            .filter(({ key }) => row[key] !== undefined)
            .map(({ key, label }, at) => (
              <span key={key} className={at === 0 ? styles.first : styles.cell}>
                {at === 0 ? null : <span className={styles.label}>{label}: </span>}
                <FieldText value={row[key]} />
              </span>
            ))}
        </li>
      ))}
    </ol>
  );
}

function History({ told: { history } }: { readonly told: RecordTold }) {
  const words = text.records;
  if (history.length === 0) return null;
  return (
    <section className={styles.history}>
      <h2>{words.history}</h2>
      <p className={styles.quiet}>{words.historyMeaning}</p>
      <DataTable
        caption={words.history}
        limit={10}
        columns={[
          { key: 'at', label: text.design.when },
          { key: 'status', label: words.columns.status },
        ]}
        rows={history.map(({ at, commit, status }) => ({
          key: commit,
          cells: {
            at: calendarDay(at),
            status: (
              <>
                <Said>{words.version(status)}</Said> <code className={styles.commit}>{commit.slice(0, 8)}</code>
              </>
            ),
          },
        }))}
      />
    </section>
  );
}
