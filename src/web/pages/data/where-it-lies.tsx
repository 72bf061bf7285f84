import type { DataStanding } from '../../../domain/data-standing.ts';
import { Command } from '../../design/command.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { Facts } from './facts.tsx';
import styles from './where-it-lies.module.css';

/** Where facts lie, how they are taken along and how they are forgotten. */
export function WhereItLies({
  standing: { dataDirectory, sources, commands, versions },
}: {
  readonly standing: DataStanding;
}) {
  const words = text.data.privacy;
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0);
  return (
    <section className={styles.section} aria-labelledby="where">
      <h2 id="where">{words.title}</h2>
      <p className={styles.statement}>{words.statement}</p>
      <Facts
        rows={[
          { label: words.directory, value: <Said>{dataDirectory}</Said> },
          { label: words.size, value: text.data.bytes(bytes) },
          { label: words.export, value: <Command>{commands.export}</Command> },
          { label: words.forget, value: <Command>{commands.forget}</Command> },
          { label: words.forgetAll, value: <Command>{commands.forgetAll}</Command> },
          { label: words.versions, value: words.versionsOf(versions.fortnight, versions.node, versions.git) },
        ]}
      />
    </section>
  );
}
