import type { AreaPage } from '../../../domain/area-page.ts';
import { Disclosure } from '../../design/disclosure.tsx';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Names } from '../../design/names.tsx';
import { isReasonSaid } from '../../figures/is-reason-said.ts';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

/** Who knows the area, and who held it once. */
export function AreaKnowledge({ page: { knowledge, area } }: { readonly page: AreaPage }) {
  return (
    <FigureCard
      id="known"
      title={text.area.known}
      meaning={text.area.knownMeaning}
      sure={knowledge.confidence}
      isReasonSaid={isReasonSaid(knowledge.answer, knowledge.confidence)}
      copy={{
        title: `${text.area.known}: ${area}`,
        columns: [{ label: text.area.known, align: 'left' }],
        rows: knowledge.known.people.map((name) => [name]),
        note: knowledge.confidence.because,
      }}
    >
      <p className={styles.names}>
        <Names names={knowledge.known.people} none={text.area.nobody} limit={14} />
      </p>
      {knowledge.gone.people.length === 0 ? null : (
        <p className={styles.quiet}>
          {text.area.gone}: <Names names={knowledge.gone.people} limit={8} />
        </p>
      )}
      <p className={styles.evidence}>
        <Evidence
          pieces={knowledge.evidence}
          total={knowledge.evidenceTotal}
          title={text.area.evidence(text.area.known)}
        />
      </p>
      <Disclosure summary={text.area.how}>
        <p className={styles.quiet}>{knowledge.formula}</p>
        <p className={styles.quiet}>{knowledge.misleads}</p>
      </Disclosure>
    </FigureCard>
  );
}
