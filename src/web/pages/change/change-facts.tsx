import type { ReactNode } from 'react';
import type { ChangePage } from '../../../domain/change-page.ts';
import { duration } from '../../../domain/words.ts';
import { ChangeLink } from '../../design/change-link.tsx';
import { ForgeLink } from '../../design/forge-link.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import { CommitId } from './commit-id.tsx';
import styles from './page.module.css';
import { When } from './when.tsx';

type Change = NonNullable<ChangePage['change']>;

/** Who, when, and what it is. */
export function ChangeFacts({ repository, change }: { readonly repository: string; readonly change: Change }) {
  const related = (some: Change['reverts']) => (
    <ul>
      {some.map(({ id, title }) => (
        <li key={id}>
          <ChangeLink repository={repository} id={id}>
            <Said>{title}</Said>
          </ChangeLink>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <div className={styles.top}>
        <CommitId id={change.id} url={change.url} />
        {change.number === null ? null : (
          <ForgeLink url={change.requestUrl}>{text.change.request(change.number)}</ForgeLink>
        )}
      </div>
      <div className={styles.columns}>
        <Group title={text.change.who}>
          <Fact label={text.change.authors}>
            <Names names={change.authors.people} />
          </Fact>
          <Fact label={text.change.lander} note={change.landerBecause}>
            <Names names={change.lander.people} none={text.change.landerUnknown} />
          </Fact>
          {change.reviews.map(({ kind, people }) => (
            <Fact key={kind} label={kind}>
              <Names names={people.people} />
            </Fact>
          ))}
          {change.reviews.length > 0 ? null : <p className={styles.quiet}>{text.change.reviewsNone}</p>}
        </Group>
        <Group title={text.change.when}>
          <ol className={styles.course}>
            <Moment label={text.change.began} at={change.beganAt} />
            <Moment
              label={text.change.worked}
              at={change.workedAt}
              then={change.waiting === null ? null : `${text.change.waiting}: ${duration(change.waiting)}`}
            />
            <Moment label={text.change.landed} at={change.landedAt} />
          </ol>
          <Fact label={text.change.leadTime}>
            {change.leadTime === null ? text.change.unknown : duration(change.leadTime)}
          </Fact>
          {change.waiting === null ? <Fact label={text.change.waiting}>{text.change.unknown}</Fact> : null}
        </Group>
        <Group title={text.change.facts}>
          <Fact label={text.change.route}>{change.route}</Fact>
          <Fact label={text.change.assistance}>{change.assistance}</Fact>
          {change.isFix ? <p>{text.change.fix}</p> : null}
          {change.isRevert && change.reverts.length === 0 ? <p>{text.change.revert}</p> : null}
          {change.reverts.length === 0 ? null : <Fact label={text.change.reverts}>{related(change.reverts)}</Fact>}
          {change.revertedBy.length === 0 ? null : (
            <Fact label={text.change.revertedBy}>{related(change.revertedBy)}</Fact>
          )}
          <Fact label={text.change.counts}>
            <ul>
              {change.counts.map(({ measure, sentence }) => (
                <li key={sentence}>
                  {measure === null ? (
                    <Said>{sentence}</Said>
                  ) : (
                    <To page={`/measure/${measure}`}>
                      <Said>{sentence}</Said>
                    </To>
                  )}
                </li>
              ))}
            </ul>
          </Fact>
        </Group>
      </div>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface MomentProps {
  readonly label: string;
  readonly at: number | null;
  /** What passed until the next. */
  readonly then?: string | null;
}

/** A point on the way of a change; a line leads from each to the next. */
function Moment({ label, at, then = null }: MomentProps) {
  return (
    <li className={styles.moment}>
      <span className={styles.label}>{label}</span>
      <When time={at} />
      {then === null ? null : <span className={styles.then}>{then}</span>}
    </li>
  );
}

interface FactProps {
  readonly label: string;
  readonly note?: string;
  readonly children: ReactNode;
}

function Fact({ label, note, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <span className={styles.label}>{label}</span>
      <div>{children}</div>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </div>
  );
}
