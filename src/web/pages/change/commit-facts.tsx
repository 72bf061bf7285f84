import type { CommitTold } from '../../../domain/change-page.ts';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { CommitId } from './commit-id.tsx';
import styles from './page.module.css';
import { When } from './when.tsx';

interface CommitFactsProps {
  readonly repository: string;
  readonly commit: CommitTold;
  readonly isPart: boolean;
}

/** The commit that was asked for, where it is not the one a change is known by. */
export function CommitFacts({ commit, isPart }: CommitFactsProps) {
  return (
    <section className={styles.commit} aria-label={text.change.commit}>
      <p className={styles.subject}>
        <Said>{commit.subject}</Said>
      </p>
      <p className={styles.by}>
        <Names names={commit.authors.people} />, <When time={commit.madeAt} />
      </p>
      <CommitId id={commit.id} url={commit.url} />
      <p className={styles.quiet}>{isPart ? text.change.part : text.change.unlanded}</p>
    </section>
  );
}
