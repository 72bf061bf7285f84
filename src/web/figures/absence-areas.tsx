import type { ToldAbsence } from '../../domain/absence-told.ts';
import type { Share } from '../../domain/report.ts';
import { percentWithin } from '../../domain/words.ts';
import { DataTable } from '../design/data-table.tsx';
import { Evidence } from '../design/evidence.tsx';
import { FigureCard } from '../design/figure-card.tsx';
import { Names } from '../design/names.tsx';
import { ShareBar } from '../design/share-bar.tsx';
import { text } from '../messages/index.ts';
import styles from './absence-areas.module.css';
import { AbsencePlace } from './absence-place.tsx';
import { AbsenceStreams } from './absence-streams.tsx';
import { FigureKey } from './figure-key.tsx';

const ROWS = 8;
const NAMES = 3;
type Where = ToldAbsence['told']['where'][number];

/** How much passes only through who is away: in all, by the way authors have, and area by area, where most depends first. */
export function AbsenceAreas({ absence }: { readonly absence: ToldAbsence }) {
  const { dependence, told } = absence;
  const words = text.fortnight;
  const isOfSeveral = absence.repositories.length > 1;
  const title = dependence.gate === null ? words.whereSeen(told.who) : words.whereTitle(told.who);
  const most = Math.max(1, ...told.where.map(({ changes }) => changes));
  return (
    <FigureCard
      id="where"
      title={title}
      meaning={words.whereMeaning}
      sure={told.sure}
      isReasonSaid
      copy={{
        title,
        columns: [
          { label: words.area, align: 'left' },
          { label: words.landedOf, align: 'right' },
          { label: words.dThere, align: 'right' },
          { label: words.elseLands, align: 'left' },
          { label: words.knows, align: 'left' },
        ],
        rows: told.where.map((row) => [
          row.label,
          words.landedOfNote(row.landed, row.changes),
          shareText(row.dependence),
          landsText(row),
          row.knows.people.join(', '),
        ]),
        note: told.seen.join(' '),
      }}
    >
      <div className={styles.figures}>
        <Figure label={words.depends} share={dependence.dependence} />
        <Figure label={`${words.through}, ${words.throughOf}`} share={dependence.gate} />
        <Figure label={words.visible} share={dependence.visibility} tone="accent" />
      </div>
      <AbsenceStreams absence={absence} />
      <h3 className={styles.sub}>{words.byArea}</h3>
      {told.where.length === 0 ? null : (
        <FigureKey
          marks={[
            ['alone', words.throughTone],
            ['others', dependence.visible < dependence.changes ? words.otherOrHidden : words.otherTone],
          ]}
        />
      )}
      <DataTable
        caption={words.byArea}
        limit={ROWS}
        empty={words.areasEmpty}
        columns={[
          { key: 'area', label: words.area },
          { key: 'landed', label: words.landedOf },
          { key: 'depends', label: words.dThere, align: 'right' },
          { key: 'lands', label: words.elseLands },
          { key: 'knows', label: words.knows },
          { key: 'evidence', label: words.evidence },
        ]}
        rows={told.where.map((row) => ({
          key: `${row.repository}\n${row.area ?? ''}`,
          cells: {
            area: <AbsencePlace repository={row.repository} area={row.area} isOfSeveral={isOfSeveral} />,
            landed: <Landed row={row} most={most} />,
            depends: <span className={styles.figure}>{shareText(row.dependence)}</span>,
            lands: (
              <span className={styles.people}>
                <Lands row={row} />
              </span>
            ),
            knows:
              row.elseLands === 'unknown' ? (
                words.notAsked
              ) : (
                <span className={styles.people}>
                  <Names
                    names={row.knows.people}
                    none={row.lands.people.length > 0 ? words.notAsked : words.nobodyActive}
                    limit={NAMES}
                  />
                </span>
              ),
            evidence:
              row.evidenceTotal === 0 ? null : (
                <Evidence pieces={row.evidence} total={row.evidenceTotal} title={`${row.label}: ${words.through}`} />
              ),
          },
        }))}
      />
    </FigureCard>
  );
}

function Figure({ label, share, tone = 'alone' }: { label: string; share: Share | null; tone?: 'alone' | 'accent' }) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      {share === null ? (
        <p className={styles.quiet}>{text.fortnight.notEnough}</p>
      ) : (
        <ShareBar share={share} tone={tone} />
      )}
    </div>
  );
}

const shareText = (share: Share | null): string => (share === null ? text.fortnight.notAsked : percentWithin(share));

/** How much landed there, and what of it passed through who is away. */
function Landed({ row, most }: { readonly row: Where; readonly most: number }) {
  const at = (value: number) => `${((value / most) * 100).toFixed(1)}%`;
  return (
    <span className={styles.landed}>
      <svg className={styles.bar} width="100%" height="10" aria-hidden="true">
        <rect className={styles.others} x="0" y="1" width={at(row.changes)} height="8" rx="1.5" />
        <rect className={styles.alone} x="0" y="1" width={at(row.landed)} height="8" rx="1.5" />
      </svg>
      <span className={styles.figure}>{text.fortnight.landedOfNote(row.landed, row.changes)}</span>
    </span>
  );
}

function Lands({ row }: { readonly row: Where }) {
  const { elseLands, lands } = row;
  if (elseLands === 'unknown') return <>{text.fortnight.notAsked}</>;
  if (elseLands === 'nobody') return <strong className={styles.warn}>{text.fortnight.nobodyElse}</strong>;
  if (elseLands === 'hidden') return <span className={styles.quiet}>{text.fortnight.landingHidden}</span>;
  return (
    <>
      {elseLands === 'own-only' ? <span className={styles.quiet}>{text.fortnight.ownOnly}: </span> : null}
      <Names names={lands.people} limit={NAMES} />
    </>
  );
}

function landsText({ elseLands, lands }: Where): string {
  const words = text.fortnight;
  if (elseLands === 'others') return lands.people.join(', ');
  if (elseLands === 'own-only') return `${words.ownOnly}: ${lands.people.join(', ')}`;
  return { nobody: words.nobodyElse, hidden: words.landingHidden, unknown: words.notAsked }[elseLands];
}
