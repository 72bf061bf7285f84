import { Fragment, useMemo } from 'react';
import { plain } from '../../domain/plain.ts';
import { ForgeLink } from './forge-link.tsx';
import styles from './prose.module.css';
import { type ProseBlock, proseBlocks } from './prose-blocks.ts';
import { type ProseSpan, proseSpans } from './prose-spans.ts';
import { Said } from './said.tsx';

interface ProseProps {
  /** Markdown of a stranger. */
  readonly children: string;
  /** Level of the headings in it. */
  readonly level?: 3 | 4;
}

/** A text somebody wrote, with its headings, lists and code; text alone, never HTML. */
export function Prose({ children, level = 3 }: ProseProps) {
  const blocks = useMemo(() => proseBlocks(children), [children]);
  return (
    <div className={styles.prose}>
      <Blocks blocks={blocks} level={level} />
    </div>
  );
}

/* biome-ignore-start lint/suspicious/noArrayIndexKey: the parts of one text have no other name, and never move. */
function Blocks({ blocks, level }: { readonly blocks: readonly ProseBlock[]; readonly level: 3 | 4 }) {
  return blocks.map((block, i) => <Block key={i} block={block} level={level} />);
}

function Block({ block, level }: { readonly block: ProseBlock; readonly level: 3 | 4 }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = level === 3 ? 'h3' : 'h4';
      return (
        <Heading>
          <Line text={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Line text={block.text} />
        </p>
      );
    case 'comment':
      return (
        <p className={styles.comment}>
          <Said>{block.text}</Said>
        </p>
      );
    case 'code':
      return (
        <pre className={styles.code}>
          <code dir="ltr">{block.lines.map(plain).join('\n')}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <Blocks blocks={block.blocks} level={level} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Blocks blocks={item} level={level} />
        </li>
      ));
      return block.isOrdered ? (
        <ol className={styles.ordered} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul className={styles.list}>{items}</ul>
      );
    }
  }
}

function Line({ text }: { readonly text: string }) {
  return proseSpans(text).map((span, i) => (
    <Fragment key={i}>
      <Span span={span} />
    </Fragment>
  ));
}
/* biome-ignore-end lint/suspicious/noArrayIndexKey: the parts of one text have no other name, and never move. */

function Span({ span }: { readonly span: ProseSpan }) {
  const said = <Said>{span.text}</Said>;
  switch (span.kind) {
    case 'code':
      return <code>{said}</code>;
    case 'strong':
      return <strong>{said}</strong>;
    case 'emphasis':
      return <em>{said}</em>;
    case 'link': {
      const { host } = new URL(span.url);
      // Where a link leads is said, whatever it calls itself.
      return (
        <>
          <ForgeLink url={span.url}>{said}</ForgeLink>
          {span.text.includes(host) ? null : (
            <span className={styles.host}>
              {' '}
              (<Said>{host}</Said>)
            </span>
          )}
        </>
      );
    }
    case 'text':
      return said;
  }
}
