import type { ReactNode } from 'react';
import type { ToldAbsence } from '../../../domain/absence-told.ts';
import { listed } from '../../../domain/words.ts';
import { AskError } from '../../client/ask-error.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Disclosure } from '../../design/disclosure.tsx';
import { Empty } from '../../design/empty.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Said } from '../../design/said.tsx';
import { SectionIndex } from '../../design/section-index.tsx';
import { AbsenceAlone } from '../../figures/absence-alone.tsx';
import { AbsenceAnswer } from '../../figures/absence-answer.tsx';
import { AbsenceAreas } from '../../figures/absence-areas.tsx';
import { AbsenceCover } from '../../figures/absence-cover.tsx';
import { AbsenceMoves } from '../../figures/absence-moves.tsx';
import { AbsenceOutcomes } from '../../figures/absence-outcomes.tsx';
import { AbsenceReplay } from '../../figures/absence-replay.tsx';
import { text } from '../../messages/index.ts';
import { Assumptions } from './assumptions.tsx';
import { Controls } from './controls.tsx';
import { HandOver } from './hand-over.tsx';
import styles from './page.module.css';
import { PastSection } from './past-section.tsx';
import { type AbsenceAddress, askedOf, USUAL, useAbsenceAddress } from './use-absence-address.ts';

/** The page Fortnight: could the team go a fortnight without somebody, and what to do first. */
export function FortnightPage() {
  const [address, change] = useAbsenceAddress();
  const askable = useAnswer('askable', address.from === undefined ? {} : { from: address.from });
  const result = useAnswer('absence', wholeOf(address));
  const words = text.fortnight;
  const lead = askable.data?.lead.name ?? null;
  const isLead = address.person.length === 0 || (address.person.length === 1 && address.person[0] === lead);
  const question = isLead ? words.questionYou(address.days) : words.questionOf(listed(address.person), address.days);
  const controls = (
    <Controls askable={askable.data} address={address} change={change} from={result.data?.from ?? null} />
  );
  const nobody = result.error instanceof AskError && result.error.code === 'nobody-away' ? result.error : null;
  return (
    <div className={styles.page}>
      <h1 className={styles.question} tabIndex={-1}>
        <Said>{question}</Said>
      </h1>
      {result.isError || result.data === undefined ? (
        <>
          {controls}
          {nobody !== null ? (
            <Empty title={words.nobodyTitle}>
              <Said>{nobody.message}</Said> {words.nobodyHint}
            </Empty>
          ) : (
            <Answered result={result}>{() => null}</Answered>
          )}
        </>
      ) : (
        <>
          <Answered result={result}>
            {(absence) => (
              <AbsenceAnswer
                absence={absence}
                controls={controls}
                actions={
                  <>
                    <HandOver absence={absence} address={address} />
                    {absence.told.caution === null ? <a href="#moves">{words.allMoves}</a> : null}
                  </>
                }
              />
            )}
          </Answered>
          <Answered result={result}>
            {(absence) => (
              <Whole caution={absence.told.caution}>
                <AbsenceAreas absence={absence} />
                <AbsenceAlone absence={absence} />
                <AbsenceCover absence={absence} />
                <PastSection absence={absence} address={address} change={change} />
                <AbsenceOutcomes absence={absence} />
                <AbsenceReplay
                  absence={absence}
                  assumptions={<Assumptions of="replay" address={address} change={change} />}
                />
                <AbsenceMoves
                  absence={absence}
                  assumptions={<Assumptions of="moves" address={address} change={change} />}
                />
              </Whole>
            )}
          </Answered>
          <Notes absence={result.data} />
        </>
      )}
    </div>
  );
}

/** The parts; of a history that is cut off folded away, with what must be known before any of them is read. */
function Whole({ caution, children }: { readonly caution: string | null; readonly children: ReactNode }) {
  if (caution === null) {
    return (
      <div>
        <Contents />
        {children}
      </div>
    );
  }
  return (
    <Disclosure summary={text.fortnight.seenParts}>
      <p className={styles.caution}>
        <Said>{caution}</Said>
      </p>
      {children}
    </Disclosure>
  );
}

/** What is asked: only what is not as usual, so that the same question has one address. */
function wholeOf(address: AbsenceAddress) {
  const amounts = (Object.keys(USUAL) as (keyof typeof USUAL)[]).filter((key) => address[key] !== USUAL[key]);
  return { ...askedOf(address), ...Object.fromEntries(amounts.map((key) => [key, address[key]])) };
}

/** Where the parts of the page are. */
function Contents() {
  const words = text.fortnight;
  const parts = [
    { id: 'where', label: words.whereShort },
    { id: 'alone', label: words.aloneShort },
    { id: 'cover', label: words.coverShort },
    { id: 'before', label: words.pastShort },
    { id: 'outcomes', label: words.outcomesShort },
    { id: 'replay', label: words.replayShort },
    { id: 'moves', label: words.movesShort },
  ];
  return <SectionIndex label={words.parts} sections={parts} />;
}

/** What the reader must know; who the lead is taken to be stands above already. */
function Notes({ absence }: { readonly absence: ToldAbsence }) {
  // The first of them says it where the lead is asked about.
  const notes = absence.notes.slice(absence.isLead ? 1 : 0);
  if (notes.length === 0) return null;
  return (
    <FigureCard id="notes" title={text.fortnight.notes}>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>
            <Said>{note}</Said>
          </li>
        ))}
      </ul>
    </FigureCard>
  );
}
