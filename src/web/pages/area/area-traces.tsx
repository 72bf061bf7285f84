import type { AreaPage } from '../../../domain/area-page.ts';
import { calendarDay, numeral } from '../../../domain/words.ts';
import type { Copyable } from '../../design/copyable.ts';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { ForgeLink } from '../../design/forge-link.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

const ROWS = 20;

const dayOf = (time: number | null): string => (time === null ? text.area.unknown : calendarDay(time));

interface Trace {
  readonly key: string;
  /** Where it can be seen, of the first cell. */
  readonly url?: string | null;
  /** As they are copied. */
  readonly cells: readonly string[];
  /** Names are shown with a limit, and copied all. */
  readonly names?: readonly string[];
}

interface TracesProps {
  readonly id: string;
  readonly title: string;
  readonly meaning?: string;
  readonly empty: string;
  readonly area: string;
  readonly columns: Copyable['columns'];
  readonly traces: readonly Trace[];
}

/** Releases, decisions and open branches that touch the area. */
export function AreaTraces({ page: { area, releases, decisions, openWork } }: { readonly page: AreaPage }) {
  const words = text.area;
  const left = (label: string) => ({ label, align: 'left' as const });
  return (
    <>
      <div className={styles.pair}>
        <Traces
          id="releases"
          title={words.releases}
          meaning={words.releasesMeaning}
          empty={words.noReleases}
          area={area}
          columns={[left(words.release), left(words.released), { label: words.changesColumn, align: 'right' }]}
          traces={releases.map((one) => ({ key: one.name, cells: [one.name, dayOf(one.at), numeral(one.changes)] }))}
        />
        <Traces
          id="open"
          title={words.openWork}
          meaning={words.openWorkMeaning}
          empty={words.noOpenWork}
          area={area}
          columns={[left(words.branch), left(words.worked), left(words.authors)]}
          traces={openWork.map((one) => ({
            key: `${one.branch} ${one.tip}`,
            url: one.url,
            cells: [one.branch, dayOf(one.workedAt)],
            names: one.authors.people,
          }))}
        />
      </div>
      <Traces
        id="decisions"
        title={words.decisions}
        empty={words.noDecisions}
        area={area}
        columns={[left(words.decision), left(words.status), left(words.date)]}
        traces={decisions.map((one) => ({
          key: one.path,
          cells: [one.title, one.status ?? words.noStatus, one.date ?? words.unknown],
        }))}
      />
    </>
  );
}

function Traces({ id, title, meaning, empty, area, columns, traces }: TracesProps) {
  const rows = traces.map(({ cells, names }) => (names === undefined ? [...cells] : [...cells, names.join(', ')]));
  return (
    <FigureCard
      id={id}
      title={title}
      meaning={meaning}
      {...(traces.length === 0 ? {} : { copy: { title: `${title}: ${area}`, columns, rows } })}
    >
      <DataTable
        caption={title}
        empty={empty}
        limit={ROWS}
        columns={columns.map((column, i) => ({ ...column, key: String(i) }))}
        rows={traces.map(({ key, url = null, cells, names }) => ({
          key,
          cells: Object.fromEntries([
            ...cells.map((cell, i) => [
              String(i),
              i === 0 ? (
                <ForgeLink key={cell} url={url}>
                  <Said>{cell}</Said>
                </ForgeLink>
              ) : (
                <Said key={cell}>{cell}</Said>
              ),
            ]),
            ...(names === undefined ? [] : [[String(cells.length), <Names key="names" names={names} limit={3} />]]),
          ]),
        }))}
      />
    </FigureCard>
  );
}
