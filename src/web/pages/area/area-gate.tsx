import type { AreaPage } from '../../../domain/area-page.ts';
import { percentWithin } from '../../../domain/words.ts';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { ShareBar } from '../../design/share-bar.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

/** How much of the team's work here landed through the lead alone, and who else lands here. */
export function AreaGate({ page: { gate, area } }: { readonly page: AreaPage }) {
  return (
    <FigureCard
      id="gate"
      title={text.area.gate}
      meaning={text.area.gateMeaning}
      sure={gate.confidence}
      copy={{
        title: `${text.area.gate}: ${area}`,
        columns: [
          { label: text.area.gate, align: 'right' },
          { label: text.area.others, align: 'left' },
        ],
        rows: [[gate.share === null ? '' : percentWithin(gate.share), gate.others.people.join(', ')]],
        note: gate.answer,
      }}
    >
      {gate.share === null ? null : (
        <>
          <div className={styles.share}>
            <ShareBar share={gate.share} />
          </div>
          <p>
            <Said>{gate.answer}</Said>
          </p>
        </>
      )}
      <dl className={styles.facts}>
        <dt>{text.area.others}</dt>
        <dd>
          <Names names={gate.others.people} none={text.area.othersNone} limit={12} />
        </dd>
      </dl>
      {gate.evidenceTotal === 0 ? null : (
        <p className={styles.evidence}>
          <Evidence pieces={gate.evidence} total={gate.evidenceTotal} title={text.area.evidence(text.area.gate)} />
        </p>
      )}
    </FigureCard>
  );
}
