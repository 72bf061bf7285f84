import { AREA_CHANGES_SHOWN } from '../../../domain/area-changes-shown.ts';
import type { AreaPage } from '../../../domain/area-page.ts';
import { calendarDay, numeral } from '../../../domain/words.ts';
import { Button } from '../../design/button.tsx';
import { ChangeLink } from '../../design/change-link.tsx';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { ForgeLink } from '../../design/forge-link.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

const dayOf = (time: number | null): string => (time === null ? text.area.unknown : calendarDay(time));

/** The area's changes, a page of them at a time. */
export function AreaChanges({ page, onSkip }: { readonly page: AreaPage; onSkip(skip: number): void }) {
  const { changes, changesTotal, skip, repository, area } = page;
  return (
    <FigureCard
      id="changes"
      title={text.area.changes}
      meaning={text.area.changesMeaning}
      copy={{
        title: `${text.area.changes}: ${area}`,
        columns: [
          { label: text.area.landed, align: 'left' },
          { label: text.area.change, align: 'left' },
          { label: text.area.authors, align: 'left' },
          { label: text.area.lander, align: 'left' },
        ],
        rows: changes.map((one) => [
          dayOf(one.landedAt),
          one.title,
          one.authors.people.join(', '),
          one.lander.people.join(', '),
        ]),
      }}
    >
      <DataTable
        caption={text.area.changes}
        empty={text.area.noChanges}
        columns={[
          { key: 'change', label: text.area.change, width: '44%' },
          { key: 'landed', label: text.area.landed },
          { key: 'authors', label: text.area.authors },
          { key: 'lander', label: text.area.lander },
          { key: 'files', label: text.area.files, align: 'right' },
        ]}
        rows={changes.map((one) => ({
          key: one.id,
          cells: {
            change: (
              <div className={styles.subjects}>
                <ChangeLink repository={repository} id={one.id}>
                  <Said>{one.title}</Said>
                </ChangeLink>
                {one.number === null || one.requestUrl === null ? null : (
                  <>
                    {' '}
                    <ForgeLink url={one.requestUrl}>{text.area.request(one.number)}</ForgeLink>
                  </>
                )}
              </div>
            ),
            landed: <span className={styles.day}>{dayOf(one.landedAt)}</span>,
            authors: <Names names={one.authors.people} limit={3} />,
            lander: <Names names={one.lander.people} none={text.area.landerUnknown} />,
            files: numeral(one.files),
          },
        }))}
      />
      {changesTotal <= AREA_CHANGES_SHOWN ? null : (
        <nav className={styles.pager} aria-label={text.area.pages}>
          <Button disabled={skip === 0} onClick={() => onSkip(skip - AREA_CHANGES_SHOWN)}>
            {text.area.newer}
          </Button>
          <span className={styles.range}>
            {text.area.range(Math.min(skip + 1, changesTotal), skip + changes.length, changesTotal)}
          </span>
          <Button
            disabled={skip + AREA_CHANGES_SHOWN >= changesTotal}
            onClick={() => onSkip(skip + AREA_CHANGES_SHOWN)}
          >
            {text.area.older}
          </Button>
        </nav>
      )}
    </FigureCard>
  );
}
