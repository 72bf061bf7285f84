import type { AreaPage } from '../../../domain/area-page.ts';
import { calendarDay, numeral } from '../../../domain/words.ts';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { ForgeLink } from '../../design/forge-link.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

const ROWS = 20;

const dayOf = (time: number | null): string => (time === null ? text.area.unknown : calendarDay(time));

/** Releases, decisions and open branches that touch the area. */
export function AreaTraces({ page: { releases, decisions, openWork } }: { readonly page: AreaPage }) {
  return (
    <>
      <div className={styles.pair}>
        <FigureCard id="releases" title={text.area.releases} meaning={text.area.releasesMeaning}>
          <DataTable
            caption={text.area.releases}
            limit={ROWS}
            empty={text.area.noReleases}
            columns={[
              { key: 'name', label: text.area.release },
              { key: 'at', label: text.area.released },
              { key: 'changes', label: text.area.changesColumn, align: 'right' },
            ]}
            rows={releases.map((one) => ({
              key: one.name,
              cells: { name: <Said>{one.name}</Said>, at: dayOf(one.at), changes: numeral(one.changes) },
            }))}
          />
        </FigureCard>
        <FigureCard id="open" title={text.area.openWork} meaning={text.area.openWorkMeaning}>
          <DataTable
            caption={text.area.openWork}
            limit={ROWS}
            empty={text.area.noOpenWork}
            columns={[
              { key: 'branch', label: text.area.branch },
              { key: 'authors', label: text.area.authors },
              { key: 'worked', label: text.area.worked },
            ]}
            rows={openWork.map((one) => ({
              key: `${one.branch} ${one.tip}`,
              cells: {
                branch: (
                  <ForgeLink url={one.url}>
                    <Said>{one.branch}</Said>
                  </ForgeLink>
                ),
                authors: <Names names={one.authors.people} limit={3} />,
                worked: <span className={styles.day}>{dayOf(one.workedAt)}</span>,
              },
            }))}
          />
        </FigureCard>
      </div>
      <FigureCard id="decisions" title={text.area.decisions}>
        <DataTable
          caption={text.area.decisions}
          limit={ROWS}
          empty={text.area.noDecisions}
          columns={[
            { key: 'title', label: text.area.decision, width: '60%' },
            { key: 'status', label: text.area.status },
            { key: 'date', label: text.area.date },
          ]}
          rows={decisions.map((one) => ({
            key: one.path,
            cells: {
              title: <Said>{one.title}</Said>,
              status: <Said>{one.status ?? text.area.noStatus}</Said>,
              date: <Said>{one.date ?? text.area.unknown}</Said>,
            },
          }))}
        />
      </FigureCard>
    </>
  );
}
