import type { AreaPage as AreaTold } from '../../../domain/area-page.ts';
import { areaText } from '../../../domain/figure-words.ts';
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
import { AreaChanges } from './area-changes.tsx';
import { AreaCover } from './area-cover.tsx';
import { AreaGate } from './area-gate.tsx';
import { AreaKnowledge } from './area-knowledge.tsx';
import { AreaTraces } from './area-traces.tsx';
import styles from './page.module.css';

const LEAD_ON = <To page="/knowledge">{text.area.toMap}</To>;

/** One area: who knows it, who could cover, what passes through the lead there, and its newest changes. */
export function AreaPage() {
  const [search, change] = useAddress();
  const repository = oneOf(search.repository);
  const area = oneOf(search.area);
  if (area === '') return <Missing page={text.area.title} title={text.area.notNamed} action={LEAD_ON} />;
  const skip = Math.max(0, Math.floor(Number(oneOf(search.skip)) || 0));
  return (
    <Asked
      key={`${repository} ${area}`}
      repository={repository}
      area={area}
      skip={skip}
      onSkip={(next) => change({ skip: next <= 0 ? undefined : String(next) })}
    />
  );
}

interface AskedProps {
  readonly repository: string;
  readonly area: string;
  readonly skip: number;
  onSkip(skip: number): void;
}

function Asked({ repository, area, skip, onSkip }: AskedProps) {
  const result = useAnswer('area', { repository, area, skip });
  if (result.isError && result.error.code === 'unknown-area') {
    return (
      <Missing
        page={text.area.title}
        title={text.area.notFound}
        sentences={[result.error.message, result.error.hint]}
        action={LEAD_ON}
      />
    );
  }
  return (
    <>
      <PageHead title={plain(areaText(area))} lead={result.data === undefined ? ' ' : <About page={result.data} />} />
      <Answered
        result={result}
        skeleton={
          <>
            <Skeleton rows={3} />
            <Skeleton shape="table" rows={8} />
          </>
        }
      >
        {(page) => (
          <>
            <p className={styles.answer}>
              <Said>{page.knowledge.answer}</Said>
            </p>
            <div className={styles.three}>
              <AreaKnowledge page={page} />
              <AreaCover page={page} />
              <AreaGate page={page} />
            </div>
            <AreaChanges page={page} onSkip={onSkip} />
            <AreaTraces page={page} />
          </>
        )}
      </Answered>
    </>
  );
}

function About({ page }: { readonly page: AreaTold }) {
  return (
    <>
      {page.repositories.length < 2 ? null : (
        <>
          <Said>{text.area.inRepository(page.repository)}</Said>{' '}
        </>
      )}
      {text.area.about(page.source, page.files, text.knowledge.bytes(page.bytes))}{' '}
      {text.area.activity(page.changesInWindow, page.changesTotal)}{' '}
      <To
        page="/knowledge"
        query={{ in: page.repositories.length < 2 ? page.area : `${page.repository}//${page.area}` }}
      >
        {text.area.onMap}
      </To>
    </>
  );
}
