import type { WeekItem, WeekPart } from '../../../domain/week-review.ts';
import { Evidence } from '../../design/evidence.tsx';
import { Said } from '../../design/said.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import { Outcomes } from '../../practice/outcomes.tsx';
import { Reasons } from '../../practice/reasons.tsx';
import { pageOfKind } from '../../practice/tabs.tsx';
import styles from './page.module.css';

/** What is due of one kind of record: a handful, each with one thing to do. */
export function DuePart({ part: { id, title, minutes, items, more, missing } }: { readonly part: WeekPart }) {
  const words = text.week;
  return (
    <section className={styles.part} aria-labelledby={`part-${id}`}>
      <div className={styles.label}>
        <h3 id={`part-${id}`}>
          <Said>{title}</Said>
        </h3>
        {minutes === 0 ? null : <p className={styles.note}>{words.partMinutes(minutes)}</p>}
      </div>
      <div className={styles.items}>
        {missing === null ? null : (
          <p className={styles.note}>
            <Said>{missing}</Said>
          </p>
        )}
        {items.map((item, at) => (
          <Item key={item.record?.id ?? item.evidence[0]?.id ?? at} item={item} />
        ))}
        {more === 0 ? null : (
          <p className={styles.note}>
            {words.more(more)}. <To page={pageOfKind(id)}>{words.all}</To>
          </p>
        )}
      </div>
    </section>
  );
}

function Item({ item }: { readonly item: WeekItem }) {
  const { record, title, because, evidence } = item;
  return (
    <article className={styles.item}>
      <div className={styles.words}>
        <p className={styles.title}>
          <Said>{title}</Said>
        </p>
        {because.map((why) => (
          <p key={why} className={styles.because}>
            <Said>{why}</Said>
          </p>
        ))}
        {evidence.length === 0 ? null : (
          <p className={styles.because}>
            <Evidence pieces={evidence} total={evidence.length} title={title} />
          </p>
        )}
      </div>
      <div className={styles.actions}>
        <Action item={item} />
        {record === null || record.kind === 'journal' ? null : (
          <To page="/record" query={{ kind: record.kind, id: record.id }} className={styles.open ?? ''}>
            <span aria-hidden="true">{text.week.open}</span>
            <span className="only-read">
              <Said>{text.week.openOne(title)}</Said>
            </span>
          </To>
        )}
      </div>
    </article>
  );
}

/** What settles it where it stands; what needs more words is opened. */
function Action({ item: { record, title, evidence } }: { readonly item: WeekItem }) {
  if (record?.kind === 'journal') return <Outcomes id={record.id} title={title} />;
  const change = evidence[0];
  return record === null && change !== undefined ? <Reasons change={change.id} title={title} isSmall /> : null;
}
