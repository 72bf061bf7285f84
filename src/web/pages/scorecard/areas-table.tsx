import { areaText, cellText, namesText } from '../../../domain/figure-words.ts';
import type { ScorecardArea } from '../../../domain/scorecard.ts';
import type { ScorecardView } from '../../../domain/scorecard-view.ts';
import { numeral } from '../../../domain/words.ts';
import { AreaLink } from '../../design/area-link.tsx';
import type { Copyable } from '../../design/copyable.ts';
import { DataTable } from '../../design/data-table.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { ShareBar } from '../../design/share-bar.tsx';
import { areaOf } from '../../figures/area-of.ts';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

const SHOWN = 10;

/** What several measures say of one area, side by side; each leads to its own page. */
export function AreasTable({ card }: { readonly card: ScorecardView }) {
  const words = text.scorecard;
  const isSeen = card.areas.some(({ throughLead }) => throughLead !== null);
  return (
    <FigureCard id="areas" title={words.areas} meaning={words.areasMeaning} copy={copyOf(card)}>
      <DataTable
        caption={words.areas}
        limit={SHOWN}
        empty={words.noAreas}
        columns={[
          { key: 'area', label: words.area },
          isSeen
            ? { key: 'through', label: words.throughLead }
            : { key: 'with', label: words.withLead, align: 'right' as const },
          { key: 'known', label: words.knownTo },
          { key: 'cover', label: words.cover },
        ]}
        rows={card.areas.map((area) => ({
          key: area.area,
          cells: {
            area: nameOf(area, card),
            through:
              area.throughLead === null ? (
                <span className={styles.quiet}>{words.notSeen}</span>
              ) : (
                <ShareBar share={area.throughLead} tone="alone" />
              ),
            with: numeral(area.withLead),
            known: area.isKnownToOne ? <Names names={area.knownTo.people} none={words.nobodyKnows} /> : null,
            cover:
              area.cover === null ? (
                <span className={styles.quiet}>{words.notAsked}</span>
              ) : (
                <Names names={area.cover.people} none={words.nobodyCovers} />
              ),
          },
        }))}
      />
      <p className={styles.note}>{card.coverNote}</p>
    </FigureCard>
  );
}

function nameOf({ area }: ScorecardArea, { repositories }: ScorecardView) {
  const place = areaOf(area, repositories);
  return place === null ? <Said>{areaText(area)}</Said> : <AreaLink {...place} />;
}

function copyOf({ areas }: ScorecardView): Copyable {
  const words = text.scorecard;
  return {
    title: words.areas,
    columns: [words.area, words.throughLead, words.withLead, words.knownTo, words.cover].map((label, i) => ({
      label,
      align: i === 1 || i === 2 ? 'right' : 'left',
    })),
    rows: areas.map(({ area, throughLead, withLead, isKnownToOne, knownTo, cover }) => [
      areaText(area),
      cellText(throughLead, 'share'),
      numeral(withLead),
      isKnownToOne ? namesText(knownTo) : '',
      cover === null ? '' : namesText(cover),
    ]),
  };
}
