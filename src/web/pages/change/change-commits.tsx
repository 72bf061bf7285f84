import type { ChangePage } from '../../../domain/change-page.ts';
import { calendarDay } from '../../../domain/words.ts';
import { cx } from '../../design/cx.ts';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { ForgeLink } from '../../design/forge-link.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';
import { When } from './when.tsx';

interface ChangeCommitsProps {
  readonly repository: string;
  readonly change: NonNullable<ChangePage['change']>;
  /** Id of the commit that was asked for. */
  readonly asked: string;
}

/** The commits a change is made of, the newest first. */
export function ChangeCommits({ change, asked }: ChangeCommitsProps) {
  const { commits, commitsTotal } = change;
  return (
    <FigureCard
      id="commits"
      title={text.change.commits}
      {...(commits.length < commitsTotal ? { meaning: text.change.shown(commits.length, commitsTotal) } : {})}
      copy={{
        title: text.change.commits,
        columns: [text.change.subject, text.change.authors, text.change.made, text.change.id].map((label) => ({
          label,
          align: 'left' as const,
        })),
        rows: commits.map((one) => [
          one.subject,
          one.authors.people.join(', '),
          one.madeAt === null ? '' : calendarDay(one.madeAt),
          one.id,
        ]),
      }}
    >
      <DataTable
        caption={text.change.commits}
        limit={25}
        columns={[
          { key: 'subject', label: text.change.subject, width: '46%' },
          { key: 'authors', label: text.change.authors },
          { key: 'made', label: text.change.made },
          { key: 'id', label: text.change.id },
        ]}
        rows={commits.map((one) => ({
          key: one.id,
          cells: {
            subject: (
              <div className={cx(styles.subjects, one.id === asked && styles.asked)}>
                <Said>{one.subject}</Said>
                {one.isBulk ? <span className={styles.old}>{text.change.bulk}</span> : null}
              </div>
            ),
            authors: <Names names={one.authors.people} limit={3} />,
            made: <When time={one.madeAt} />,
            id: (
              <ForgeLink url={one.url}>
                <code>{one.id.slice(0, 10)}</code>
              </ForgeLink>
            ),
          },
        }))}
      />
    </FigureCard>
  );
}
