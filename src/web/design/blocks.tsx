import type { Block, Page, PageCell } from '../../domain/page.ts';
import { sureWords } from '../../domain/sure.ts';
import styles from './blocks.module.css';
import { cx } from './cx.ts';
import { Inline } from './inline.tsx';
import { Said } from './said.tsx';
import { Sure } from './sure.tsx';

/** A page of the domain, as the terminal shows it, as HTML: for everything behind a figure. */
export function Blocks({ page, level = 3 }: { readonly page: Page; readonly level?: 2 | 3 | 4 }) {
  return (
    <div className={styles.blocks}>
      <Several blocks={page.blocks} level={level} />
    </div>
  );
}

function Several({ blocks, level }: { readonly blocks: readonly Block[]; readonly level: number }) {
  return (
    <>
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name, and a page never reorders them.
        <One key={i} block={block} level={level} />
      ))}
    </>
  );
}

/** Beneath the sixth there is no heading. */
const headingOf = (level: number) => `h${Math.min(6, level)}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

function One({ block, level }: { readonly block: Block; readonly level: number }) {
  const Heading = headingOf(level);
  switch (block.kind) {
    case 'headline':
      return (
        <div className={styles.headline}>
          <Heading className={styles.title}>
            <Inline>{block.left}</Inline>
          </Heading>
          <p className={styles.right}>
            <Inline>{block.right}</Inline>
          </p>
        </div>
      );
    case 'text':
      return (
        <p className={styles.text}>
          <Inline>{block.text}</Inline>
        </p>
      );
    case 'facts':
      return (
        <dl className={styles.facts}>
          {block.rows.map((row) => (
            <div key={row.label} className={styles.fact}>
              <dt>
                <Said>{row.label}</Said>
              </dt>
              <dd>
                <Inline>{row.value}</Inline>
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul className={styles.list}>
          {block.items.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items may be equal, and never move.
            <li key={i}>
              <Inline>{item}</Inline>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table block={block} />;
    case 'section':
      return (
        <section className={styles.section}>
          <div className={styles.sectionHead}>
            <Heading className={styles.sectionTitle}>
              <Said>{block.title}</Said>
            </Heading>
            {block.sure === null ? null : <Sure confidence={{ level: block.sure, because: sureWords(block.sure) }} />}
          </div>
          <Several blocks={block.blocks} level={level + 1} />
        </section>
      );
    case 'columns':
      return (
        <div className={styles.columns}>
          <div className={styles.blocks}>
            <Several blocks={block.left} level={level} />
          </div>
          <div className={styles.blocks}>
            <Several blocks={block.right} level={level} />
          </div>
        </div>
      );
  }
}

function Table({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className={styles.box} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {block.columns.map((column, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: labels may be equal or empty.
              <th key={i} scope="col" className={cx(column.align === 'right' && styles.end)}>
                <Said>{column.label}</Said>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never move.
            <tr key={r}>
              {block.columns.map((column, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: labels may be equal or empty.
                <td key={i} className={cx(column.align === 'right' && styles.end)}>
                  <Cell cell={row[i] ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { readonly cell: PageCell }) {
  if (typeof cell !== 'object' || !('bar' in cell)) return <Inline>{cell}</Inline>;
  return (
    <svg className={styles.bar} width="72" height="8" aria-hidden="true">
      <rect className={styles.track} width="72" height="8" rx="4" />
      <rect className={styles.fill} width={Math.max(0, Math.min(1, cell.bar)) * 72} height="8" rx="4" />
    </svg>
  );
}
