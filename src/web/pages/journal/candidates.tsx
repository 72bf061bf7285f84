import type { JournalCandidate } from '../../../domain/journal-candidates.ts';
import { plain } from '../../../domain/plain.ts';
import { Button } from '../../design/button.tsx';
import { Disclosure } from '../../design/disclosure.tsx';
import { Evidence } from '../../design/evidence.tsx';
import { Names } from '../../design/names.tsx';
import { Problem } from '../../design/problem.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { usePractice, usePracticeDeed } from '../../practice/use-practice.ts';
import styles from './page.module.css';

/** How many are offered. */
const SHOWN = 8;

/** What the evidence shows of what no figure counts: logged by one press. */
export function Candidates() {
  const told = usePractice('journal/candidates', {}).data?.told;
  const words = text.journal;
  if (told === undefined || told === null) return null;
  return (
    <section className={styles.section} aria-labelledby="candidates">
      <Disclosure summary={<h2 id="candidates">{words.candidates}</h2>}>
        <p className={styles.meaning}>{told.candidates.length === 0 ? words.noCandidates : words.candidatesMeaning}</p>
        <ul className={styles.claims}>
          {told.candidates.slice(0, SHOWN).map((candidate) => (
            <Candidate key={`${candidate.seen} ${candidate.evidence[0]?.id}`} candidate={candidate} />
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

function Candidate({ candidate }: { readonly candidate: JournalCandidate }) {
  const log = usePracticeDeed('journal-log');
  const words = text.journal;
  const { title, kind, on, evidence } = candidate;
  const beneficiaries = candidate.beneficiaries.people;
  const [beneficiary] = beneficiaries;
  return (
    <li className={styles.claim}>
      <div className={styles.words}>
        <p>
          <Said>{title}</Said>
        </p>
        <p className={styles.meaning}>
          {on} ·{' '}
          {beneficiaries.length === 0 ? null : (
            <>
              {words.for} <Names names={beneficiaries} limit={4} /> ·{' '}
            </>
          )}
          <Evidence pieces={evidence} total={evidence.length} title={title} />
        </p>
        {log.isError ? <Problem error={log.error} /> : null}
      </div>
      <Button
        disabled={log.isPending}
        aria-label={words.logOne(plain(title))}
        onClick={() =>
          log.mutate(
            {
              title: plain(title),
              kind,
              ...(beneficiary !== undefined && beneficiaries.length === 1 ? { beneficiary } : {}),
              links: evidence.map(({ id }) => id),
            },
            { onSuccess: () => log.told() },
          )
        }
      >
        {words.logThis}
      </Button>
    </li>
  );
}
