import { useAnswer } from '../../client/use-answer.ts';
import { Answered } from '../../design/answered.tsx';
import { Disclosure } from '../../design/disclosure.tsx';
import { Empty } from '../../design/empty.tsx';
import { PageHead } from '../../design/page-head.tsx';
import { Said } from '../../design/said.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { To } from '../../design/to.tsx';
import { text } from '../../messages/index.ts';
import { KnowledgeFigure } from './knowledge-figure.tsx';
import styles from './page.module.css';

/** Who knows which part of the system, and what is left when somebody is away. */
export function KnowledgePage() {
  const result = useAnswer('knowledge', {});
  return (
    <>
      <PageHead title={text.knowledge.title} lead={result.data?.question ?? ' '} />
      <Answered
        result={result}
        skeleton={
          <>
            <Skeleton rows={2} />
            <Skeleton shape="figure" />
          </>
        }
      >
        {(map) =>
          map.areas.length === 0 ? (
            <Empty title={text.knowledge.noFiles} action={<To page="/data">{text.knowledge.toData}</To>}>
              {text.knowledge.noFilesHint}
            </Empty>
          ) : (
            <>
              <KnowledgeFigure map={map} />
              <Disclosure summary={text.knowledge.how}>
                <div className={styles.how}>
                  <p>{map.formula}</p>
                  <p>{map.misleads}</p>
                  {map.notes.map((note) => (
                    <p key={note}>
                      <Said>{note}</Said>
                    </p>
                  ))}
                </div>
              </Disclosure>
            </>
          )
        }
      </Answered>
    </>
  );
}
