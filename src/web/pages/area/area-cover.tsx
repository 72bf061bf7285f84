import type { AreaPage } from '../../../domain/area-page.ts';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Names } from '../../design/names.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

/** Who could cover the lead here. */
export function AreaCover({ page: { cover, area } }: { readonly page: AreaPage }) {
  if (cover === null) {
    return (
      <FigureCard id="cover" title={text.area.cover}>
        <p className={styles.quiet}>{text.area.coverNone}</p>
      </FigureCard>
    );
  }
  return (
    <FigureCard
      id="cover"
      title={text.area.cover}
      meaning={text.area.coverMeaning}
      sure={cover.confidence}
      copy={{
        title: `${text.area.cover}: ${area}`,
        columns: [
          { label: text.area.coverHere, align: 'left' },
          { label: text.area.coverElsewhere, align: 'left' },
        ],
        rows: [[cover.here.people.join(', '), cover.elsewhere.people.join(', ')]],
        note: cover.confidence.because,
      }}
    >
      <dl className={styles.facts}>
        <dt>{text.area.coverHere}</dt>
        <dd>
          <Names names={cover.here.people} none={text.area.coverNobody} />
        </dd>
        {cover.elsewhere.people.length === 0 ? null : (
          <>
            <dt>{text.area.coverElsewhere}</dt>
            <dd>
              <Names names={cover.elsewhere.people} />
            </dd>
          </>
        )}
      </dl>
      <p className={styles.quiet}>{text.area.withLead(cover.changes)}</p>
      <p className={styles.evidence}>
        <Evidence pieces={cover.evidence} total={cover.evidenceTotal} title={text.area.evidence(text.area.cover)} />
      </p>
    </FigureCard>
  );
}
