import type { StandingRepository } from '../../../domain/data-standing.ts';
import { calendarDay, counted, listed, numeral } from '../../../domain/words.ts';
import { ForgeLink } from '../../design/forge-link.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { Facts } from './facts.tsx';
import { momentOf } from './moment-of.ts';
import styles from './repository-facts.module.css';

/** What was read of one repository. */
export function RepositoryFacts({ source }: { readonly source: StandingRepository }) {
  const words = text.data.repositories;
  const { head, firstTime, headTime, forgeUrl, scannedAt, isShallow, isPartial } = source;
  const span =
    firstTime === null || headTime === null ? words.nothing : words.span(calendarDay(firstTime), calendarDay(headTime));
  const clone = [isShallow ? words.shallow : '', isPartial ? words.partial : ''].filter((word) => word !== '');
  return (
    <section className={styles.repository}>
      <h3 className={styles.name}>
        <Said>{source.repository}</Said>
      </h3>
      <Facts
        isShort
        rows={[
          { label: words.folder, value: <Said>{source.path}</Said> },
          { label: words.head, value: head === null ? words.noHead : <code>{head.slice(0, 12)}</code> },
          {
            label: words.history,
            value: (
              <>
                {span}
                <span className={styles.more}>
                  {words.commits(counted(source.commits, 'commit'), counted(source.changes, 'change'))}
                </span>
              </>
            ),
          },
          { label: words.open, value: numeral(source.openBranches) },
          { label: words.decisions, value: <Decisions source={source} /> },
          { label: words.clone, value: clone.length === 0 ? words.whole : clone.join('; ') },
          {
            label: words.documents,
            value: source.documents.length === 0 ? words.nothing : <Said>{listed(source.documents)}</Said>,
          },
          {
            label: words.forge,
            value: forgeUrl === null ? words.noForge : <ForgeLink url={forgeUrl}>{forgeUrl}</ForgeLink>,
          },
          ...(scannedAt === null ? [] : [{ label: words.read, value: momentOf(scannedAt) }]),
          { label: words.facts, value: text.data.bytes(source.bytes) },
          ...source.warnings.map((warning) => ({ label: words.warning, value: <Said>{warning}</Said> })),
        ]}
      />
    </section>
  );
}

function Decisions({ source: { decisionFolders, openDecisions } }: { readonly source: StandingRepository }) {
  const words = text.data.repositories;
  if (decisionFolders.length === 0) return words.noDecisions;
  return (
    <>
      <Said>{listed(decisionFolders.map(({ folder, records }) => words.inFolder(folder, records)))}</Said>
      {openDecisions === 0 ? null : <span className={styles.more}>{words.openDecisions(openDecisions)}</span>}
    </>
  );
}
