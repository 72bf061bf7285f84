import type { DelegationSuggestions, HandOver } from '../../../domain/delegations.ts';
import { plain } from '../../../domain/plain.ts';
import { AreaLink } from '../../design/area-link.tsx';
import { Evidence } from '../../design/evidence.tsx';
import { FigureCard } from '../../design/figure-card.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { ToldOf } from '../../practice/told.tsx';
import { usePractice } from '../../practice/use-practice.ts';
import styles from './page.module.css';
import { StartButton } from './start.tsx';

/** What could be given away, from the evidence; each the beginning of a contract. */
export function Suggestions() {
  const result = usePractice('delegations/suggestions', {});
  const words = text.delegations;
  return (
    <div className={styles.suggestions}>
      <FigureCard id="suggestions" title={words.suggest} meaning={words.suggestMeaning}>
        <ToldOf result={result} isWithin>
          {(told) => <List told={told} />}
        </ToldOf>
      </FigureCard>
    </div>
  );
}

function List({ told: { answer, suggestions, notes } }: { readonly told: DelegationSuggestions }) {
  return (
    <div className={styles.suggested}>
      <p className={styles.answer}>
        <Said>{answer}</Said>
      </p>
      <ul className={styles.list}>
        {suggestions.map((one) => (
          <Suggestion key={`${one.repository} ${one.area}`} one={one} />
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          <Said>{note}</Said>
        </p>
      ))}
    </div>
  );
}

function Suggestion({ one: { repository, area, paths, reasons, knows, couldLearn } }: { readonly one: HandOver }) {
  const words = text.delegations;
  return (
    <li className={styles.suggestion}>
      <div className={styles.words}>
        <h3>
          <AreaLink repository={repository} area={area} />
        </h3>
        {reasons.map(({ measure, because, evidence, evidenceTotal }) => (
          <p key={measure} className={styles.because}>
            <Said>{because}</Said> <Evidence pieces={evidence} total={evidenceTotal} title={because} />
          </p>
        ))}
        <p className={styles.because}>
          {words.knows} <Names names={knows.people} limit={6} />
        </p>
        <p className={styles.because}>
          {words.couldLearn} <Names names={couldLearn.people} limit={6} />
        </p>
      </div>
      <StartButton
        label={words.start}
        said={words.startOne(plain(area))}
        look="plain"
        start={{
          title: words.handOver(plain(area)),
          repository,
          paths,
          names: [...new Set([...knows.people, ...couldLearn.people])],
        }}
      />
    </li>
  );
}
