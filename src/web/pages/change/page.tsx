import { plain } from '../../../domain/plain.ts';
import { oneOf } from '../../client/search.ts';
import { useAddress } from '../../client/use-address.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import { Missing } from '../missing.tsx';
import { ChangeCommits } from './change-commits.tsx';
import { ChangeFacts } from './change-facts.tsx';
import { ChangeFiles } from './change-files.tsx';
import { CommitFacts } from './commit-facts.tsx';

const LEAD_ON = <To page="/scorecard">{text.change.toScorecard}</To>;

/** One change: who wrote, reviewed and landed it, when, its commits and files. */
export function ChangePage() {
  const [search] = useAddress();
  const repository = oneOf(search.repository);
  const id = oneOf(search.id);
  if (id === '')
    return (
      <Missing
        page={text.change.title}
        title={text.change.notNamed}
        sentences={[text.change.askedHint]}
        action={LEAD_ON}
      />
    );
  return <Asked key={`${repository} ${id}`} repository={repository} id={id} />;
}

function Asked({ repository, id }: { readonly repository: string; readonly id: string }) {
  const result = useAnswer('change', { repository, id });
  if (result.isError && ['unknown-commit', 'ambiguous-commit', 'usage'].includes(result.error.code)) {
    return (
      <Missing
        page={text.change.title}
        title={text.change.notFound}
        sentences={[result.error.message, result.error.hint]}
        action={LEAD_ON}
      />
    );
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
