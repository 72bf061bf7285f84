import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { plain } from '../../domain/plain.ts';
import { text } from '../messages/index.ts';
import styles from './command.module.css';
import { useSurface } from './surface.tsx';

/** A command to run in a terminal, with a way to take it there. */
export function Command({ children }: { readonly children: string }) {
  const { kind } = useSurface();
  const [isCopied, setCopied] = useState(false);
  const said = plain(children);
  return (
    <span className={styles.command}>
      <code dir="ltr">{said}</code>
      {kind === 'page' ? (
        <button
          type="button"
          data-screen=""
          className={styles.copy}
          aria-label={text.design.copyCommand(said)}
          onClick={async () => {
            await navigator.clipboard.writeText(said);
            setCopied(true);
            setTimeout(() => setCopied(false), 2000);
          }}
        >
          {isCopied ? <Check aria-hidden="true" size={13} /> : <Copy aria-hidden="true" size={13} />}
        </button>
      ) : null}
      <span className="only-read" role="status">
        {isCopied ? text.design.copied : ''}
      </span>
    </span>
  );
}
