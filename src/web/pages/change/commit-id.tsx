import { Command } from '../../design/command.tsx';
import { ForgeLink } from '../../design/forge-link.tsx';
import { text } from '../../messages/index.ts';
import styles from './page.module.css';

/** A whole id to copy, the command that shows it in the clone, and the way to the forge where that is known. */
export function CommitId({ id, url }: { readonly id: string; readonly url: string | null }) {
  return (
    <div className={styles.id}>
      <Command>{id}</Command>
      <Command>{`git show ${id.slice(0, 12)}`}</Command>
      {url === null ? null : <ForgeLink url={url}>{text.change.onForge}</ForgeLink>}
    </div>
  );
}
