import type { ScorecardView } from '../../../domain/scorecard-view.ts';
import { DAY } from '../../../domain/window.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Empty } from '../../design/empty.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { SectionIndex } from '../../design/section-index.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { To } from '../../design/to.tsx';
import { OldAndNew } from '../../figures/old-and-new.tsx';
import { text } from '../../messages/index.ts';
import { AreasTable } from './areas-table.tsx';
import { facingCopy } from './copies.ts';
import { MeasureRow } from './measure-row.tsx';
import styles from './page.module.css';

/** Old beside new, then every measure once: figure, meaning, how sure, earlier windows, evidence. */
export function ScorecardPage() {
  const result = useAnswer('scorecard', {});
  return (
    <>
      <PageHead title={text.scorecard.title} lead={result.data?.question ?? ' '} />
      <Answered
        result={result}
        skeleton={
          <div className={styles.waiting}>
            <Skeleton rows={2} />
            <Skeleton shape="figure" />
            <Skeleton shape="table" rows={6} />
          </div>
        }
      >
        {(card) => <Card card={card} />}
      </Answered>
    </>
  );
}

function Card({ card }: { readonly card: ScorecardView }) {
  return (
    <>
      <p className={styles.answer}>
        <Said>{card.headline}</Said>
      </p>
      {card.beside === '' ? null : (
        <p className={styles.beside}>
          <Said>{card.beside}</Said>
        </p>
      )}
      <p className={styles.lead}>
        <Said>{leadWords(card)}</Said>
      </p>
      <SectionIndex label={text.scorecard.parts} sections={partsOf(card)} />
      {card.sides.every(({ rows }) => rows.length === 0) ? null : (
        <FigureCard
          id="old-and-new"
          title={text.scorecard.oldAndNew}
          meaning={text.scorecard.oldAndNewMeaning}
          copy={facingCopy(card.sides)}
        >
          <OldAndNew sides={card.sides} />
        </FigureCard>
      )}
      {card.groups.length === 0 ? null : <p className={styles.key}>{text.scorecard.sparkKey(daysOf(card.window))}</p>}
      {card.groups.map((group) => (
        <section key={group.id} id={group.id} className={styles.group} aria-labelledby={`group-${group.id}`}>
          <h2 id={`group-${group.id}`} className={styles.groupTitle}>
            {group.title}
          </h2>
          <p className={styles.about}>{group.about}</p>
          {group.measures.map((one) => (
            <MeasureRow key={one.measure} card={one} />
          ))}
        </section>
      ))}
      {card.groups.length > 0 ? null : (
        <Empty title={text.scorecard.empty} action={<To page="/data">{text.scorecard.toData}</To>}>
          {text.scorecard.emptyHint}
        </Empty>
      )}
      <AreasTable card={card} />
      {card.unanswered.length === 0 ? null : (
        <section id="unanswered" className={styles.group} aria-labelledby="unanswered-title">
          <h2 id="unanswered-title" className={styles.groupTitle}>
            {text.scorecard.unanswered}
          </h2>
          <p className={styles.about}>
            {text.scorecard.unansweredAbout} <To page="/data">{text.scorecard.toData}</To>
          </p>
          <ul className={styles.unanswered}>
            {card.unanswered.map((one) => (
              <li key={one.measure}>
                <To page={`/measure/${one.measure}`}>{one.title}</To>
                <p>
                  <Said>{one.confidence.because}</Said>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.notes.length === 0 ? null : (
        <section className={styles.group} aria-labelledby="notes">
          <h2 id="notes" className={styles.groupTitle}>
            {text.scorecard.notes}
          </h2>
          <ul className={styles.notes}>
            {card.notes.map((note) => (
              <li key={note}>
                <Said>{note}</Said>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The parts there are, in the order of the page. */
function partsOf({ sides, groups, unanswered }: ScorecardView) {
  const words = text.scorecard;
  return [
    ...(sides.every(({ rows }) => rows.length === 0) ? [] : [{ id: 'old-and-new', label: words.oldAndNewShort }]),
    ...groups.map(({ id, title }) => ({ id, label: title })),
    { id: 'areas', label: words.areasShort },
    ...(unanswered.length === 0 ? [] : [{ id: 'unanswered', label: words.unanswered }]),
  ];
}

const daysOf = ({ since, until }: ScorecardView['window']): number => Math.round((until - since) / DAY);

/** Who is taken to be the lead, and why: the reason begins with the name where it can. */
function leadWords({ lead }: ScorecardView): string {
  if (lead.name === null || lead.reason.startsWith(`${lead.name} `)) return text.scorecard.leadIs(lead.reason);
  return text.scorecard.leadIs(`${lead.name}. ${lead.reason}`);
}
