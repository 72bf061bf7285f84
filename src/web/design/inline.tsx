import { Fragment } from 'react';
import type { Inline as InlineText, Span } from '../../domain/page.ts';
import { Command } from './command.tsx';
import styles from './inline.module.css';
import { Said } from './said.tsx';

/** Text with parts that stand out. */
export function Inline({ children }: { readonly children: InlineText }) {
  const parts = Array.isArray(children) ? (children as readonly (string | Span)[]) : [children as string | Span];
  return (
    <>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name, and never move.
        <Fragment key={i}>{typeof part === 'string' ? <Said>{part}</Said> : <Toned span={part} />}</Fragment>
      ))}
    </>
  );
}

function Toned({ span }: { readonly span: Span }) {
  if (span.tone === 'command') return <Command>{span.text}</Command>;
  if (span.tone === 'strong') {
    return (
      <strong className={styles.strong}>
        <Said>{span.text}</Said>
      </strong>
    );
  }
  return (
    <span className={styles[span.tone]}>
      <Said>{span.text}</Said>
    </span>
  );
}
