import { plain } from '../../../domain/plain.ts';
import { useAddress } from '../../client/use-address.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import { ChangeCommits } from './change-commits.tsx';
import { ChangeFacts } from './change-facts.tsx';
import { ChangeFiles } from './change-files.tsx';
import { CommitFacts } from './commit-facts.tsx';

const oneOf = (value: string | readonly string[] | undefined): string =>
  (typeof value === 'string' ? value : value?.[0]) ?? '';

/** One change: who wrote, reviewed and landed it, when, its commits and files. */
export function ChangePage() {
  const [search] = useAddress();
  const repository = oneOf(search.repository);
  const id = oneOf(search.id);
  if (id === '') return <Missing title={text.change.notNamed} hint={text.change.askedHint} />;
  return <Asked key={`${repository} ${id}`} repository={repository} id={id} />;
}

function Asked({ repository, id }: { readonly repository: string; readonly id: string }) {
  const result = useAnswer('change', { repository, id });
  if (result.isError && ['unknown-commit', 'ambiguous-commit', 'usage'].includes(result.error.code)) {
    return <Missing title={text.change.notFound} said={result.error.message} hint={result.error.hint} />;
  }
  const page = result.data;
  return (
    <>
      <PageHead
        title={page === undefined ? text.change.title : plain(page.change?.title ?? page.commit.subject)}
        lead={page === undefined || page.repositories.length < 2 ? undefined : <Said>{page.repository}</Said>}
      />
      <Answered
        result={result}
        skeleton={
          <>
            <Skeleton rows={4} />
            <Skeleton shape="table" rows={6} />
          </>
        }
      >
        {({ repository: name, commit, isPart, change }) => (
          <>
            {isPart || change === null ? <CommitFacts repository={name} commit={commit} isPart={isPart} /> : null}
            {change === null ? null : (
              <>
                <ChangeFacts repository={name} change={change} />
                <ChangeFiles repository={name} change={change} />
                <ChangeCommits repository={name} change={change} asked={commit.id} />
              </>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

interface MissingProps {
  readonly title: string;
  readonly said?: string;
  readonly hint?: string | null;
}

function Missing({ title, said, hint }: MissingProps) {
  return (
    <>
      <PageHead title={text.change.title} />
      <Empty title={title} action={<To page="/scorecard">{text.change.toScorecard}</To>}>
        {said === undefined ? null : (
          <p>
            <Said>{said}</Said>
          </p>
        )}
        {hint === undefined || hint === null ? null : (
          <p>
            <Said>{hint}</Said>
          </p>
        )}
      </Empty>
    </>
  );
}
