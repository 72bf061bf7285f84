import { useState } from 'react';
import { byName } from '../../domain/by-name.ts';
import { text } from '../messages/index.ts';
import styles from './names.module.css';
import { Said } from './said.tsx';
import { useSurface } from './surface.tsx';

interface NamesProps {
  readonly names: readonly string[];
  /** What is said when there is nobody. */
  readonly none?: string;
  /** How many are shown at first; all unless given. */
  readonly limit?: number;
}

/** People as a set: in alphabetical order, whatever order they came in. */
export function Names({ names, none = text.design.nobody, limit }: NamesProps) {
  const [isOpen, setOpen] = useState(false);
  const { kind } = useSurface();
  if (names.length === 0) return <span className={styles.none}>{none}</span>;
  const sorted = [...new Set(names)].sort(byName);
  const isCut = limit !== undefined && sorted.length > limit + 1 && kind === 'page';
  const shown = isCut && !isOpen ? sorted.slice(0, limit) : sorted;
  return (
    <span>
      {shown.map((name, i) => (
        <span key={name} className={styles.name}>
          <Said>{name}</Said>
          {i < shown.length - 1 ? ', ' : ''}
        </span>
      ))}
      {isCut ? (
        <button
          type="button"
          data-screen=""
          className={styles.more}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? text.design.fewer : text.design.andMore(sorted.length - shown.length)}
        </button>
      ) : null}
    </span>
  );
}
