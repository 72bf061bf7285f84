import type { ReactNode } from 'react';
import type { ToldAbsence } from '../../domain/absence-told.ts';
import { calendarDay, numeral } from '../../domain/words.ts';
import { DataTable } from '../design/data-table.tsx';
import { Evidence } from '../design/evidence.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { More } from '../design/more.tsx';
import { Names } from '../design/names.tsx';
import { Said } from '../design/said.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-alone.module.css';
import { AbsencePlace } from './absence-place.tsx';

const ROWS = 6;
type Alone = ToldAbsence['told']['alone'];

/** What has nobody else, as far as the history shows: areas, reviews, releases, open branches, open decisions. */
export function AbsenceAlone({ absence }: { readonly absence: ToldAbsence }) {
  const { told, nobodyElse } = absence;
  const { alone } = told;
  const words = text.fortnight;
  return (
    <FigureCard
      id="alone"
      title={words.aloneTitle(told.who)}
      meaning={words.aloneMeaning}
      copy={{
        title: words.aloneTitle(told.who),
        columns: [
          { label: words.area, align: 'left' },
          { label: words.writtenOrLanded, align: 'right' },
          { label: words.missing, align: 'left' },
        ],
        rows: alone.areas.rows.map((row) => [row.label, words.landedOfNote(row.through, row.changes), row.lacks]),
        note: [alone.reviews.text, ...alone.releases.map((release) => release.text), ...alone.grounds].join(' '),
      }}
    >
      <div className={styles.list}>
        <Part title={words.areas} sentence={alone.areas.text}>
          {alone.areas.rows.length === 0 ? null : (
            <More summary={words.aloneByArea(alone.areas.rows.length)}>
              <Areas rows={alone.areas.rows} isOfSeveral={absence.repositories.length > 1} />
            </More>
          )}
        </Part>
        <Part
          title={words.reviews}
          sentence={alone.reviews.text}
          evidence={
            alone.reviews.evidenceTotal === 0 ? null : (
              <Evidence
                pieces={alone.reviews.evidence}
                total={alone.reviews.evidenceTotal}
                title={words.inAlone(nobodyElse.person)}
              />
            )
          }
        />
        {alone.releases.map((release) => (
          <Part
            key={release.repository}
            title={words.releases}
            sentence={release.text}
            evidence={
              release.evidenceTotal === 0 ? null : (
                <Evidence
                  pieces={release.evidence}
                  total={release.evidenceTotal}
                  label={`${words.releases.toLowerCase()}: ${numeral(release.evidenceTotal)}`}
                  title={words.releases}
                />
              )
            }
          />
        ))}
        <Part title={words.branches} sentence={alone.branches.text}>
          {alone.branches.rows.length === 0 ? null : (
            <More summary={words.aloneBranches(alone.branches.rows.length)}>
              <Branches rows={alone.branches.rows} title={words.branches} />
            </More>
          )}
        </Part>
        <Part title={words.ownBranches} sentence={alone.own.text}>
          {alone.own.rows.length === 0 ? null : (
            <More summary={words.aloneBranches(alone.own.rows.length)}>
              <Branches rows={alone.own.rows} title={words.ownBranches} />
            </More>
          )}
        </Part>
        <Part title={words.decisions} sentence={alone.decisions.text}>
          {alone.decisions.rows.length === 0 ? null : (
            <More summary={words.aloneDecisions(alone.decisions.rows.length)}>
              <Decisions rows={alone.decisions.rows} />
            </More>
          )}
        </Part>
      </div>
      {alone.grounds.map((sentence) => (
        <p key={sentence} className={styles.ground}>
          <Said>{sentence}</Said>
        </p>
      ))}
    </FigureCard>
  );
}

interface PartProps {
  readonly title: string;
  readonly sentence: string;
  readonly evidence?: ReactNode;
  readonly children?: ReactNode;
}

function Part({ title, sentence, evidence, children }: PartProps) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.body}>
        <p>
          <Said>{sentence}</Said> {evidence}
        </p>
        {children}
      </div>
    </section>
  );
}

function Areas({ rows, isOfSeveral }: { readonly rows: Alone['areas']['rows']; readonly isOfSeveral: boolean }) {
  const words = text.fortnight;
  return (
    <DataTable
      caption={words.areas}
      limit={ROWS}
      columns={[
        { key: 'area', label: words.area },
        { key: 'through', label: words.writtenOrLanded, align: 'right' },
        { key: 'missing', label: words.missing },
        { key: 'evidence', label: words.evidence },
      ]}
      rows={rows.map((row) => ({
        key: `${row.repository}\n${row.area}`,
        cells: {
          area: <AbsencePlace repository={row.repository} area={row.area} isOfSeveral={isOfSeveral} />,
          through: words.landedOfNote(row.through, row.changes),
          missing: <span className={styles.missing}>{row.lacks}</span>,
          evidence: <Evidence pieces={row.evidence} total={row.evidenceTotal} title={row.label} />,
        },
      }))}
    />
  );
}

function Branches({ rows, title }: { readonly rows: Alone['own']['rows']; readonly title: string }) {
  const words = text.fortnight;
  const hasReasons = rows.some(({ because }) => because !== null);
  return (
    <DataTable
      caption={title}
      limit={ROWS}
      columns={[
        { key: 'branch', label: words.branch },
        { key: 'areas', label: words.areas },
        { key: 'last', label: words.lastWorked, align: 'right' },
        ...(hasReasons
          ? [
              { key: 'by', label: words.by },
              { key: 'because', label: words.because },
            ]
          : []),
        { key: 'tip', label: words.tip },
      ]}
      rows={rows.map((row) => ({
        key: `${row.label}\n${row.evidence.id}`,
        cells: {
          branch: <Said>{row.label}</Said>,
          areas: <Said>{row.areas}</Said>,
          last: row.workedAt === null ? words.notAsked : calendarDay(row.workedAt),
          by: <Names names={row.authors.people} limit={3} />,
          because: <Said>{row.because ?? ''}</Said>,
          tip: <Evidence pieces={[row.evidence]} total={1} label={words.openIt} title={row.label} />,
        },
      }))}
    />
  );
}

function Decisions({ rows }: { readonly rows: Alone['decisions']['rows'] }) {
  const words = text.fortnight;
  return (
    <DataTable
      caption={words.decisions}
      limit={ROWS}
      columns={[
        { key: 'decision', label: words.decision },
        { key: 'state', label: words.state },
        { key: 'because', label: words.because },
        { key: 'record', label: words.record },
      ]}
      rows={rows.map((row) => ({
        key: row.evidence.id,
        cells: {
          decision: <Said>{row.label}</Said>,
          state: row.state,
          because: <Said>{row.because}</Said>,
          record: <Evidence pieces={[row.evidence]} total={1} label={words.openIt} title={row.label} />,
        },
      }))}
    />
  );
}
