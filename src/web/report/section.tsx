import type { ReactNode } from 'react';
import { Said } from '../design/said.tsx';
import styles from './report.module.css';

/** A part of the report, to which the contents lead. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Sentences of the server, one paragraph each. */
export function Sentences({ of }: { readonly of: readonly (string | null)[] }) {
  return (
    <>
      {of
        .filter((sentence) => sentence !== null && sentence !== '')
        .map((sentence) => (
          <p key={sentence}>
            <Said>{sentence ?? ''}</Said>
          </p>
        ))}
    </>
  );
}

/** The same as a list. */
export function Points({ of }: { readonly of: readonly ReactNode[] }) {
  if (of.length === 0) return null;
  return (
    <ul className={styles.points}>
      {of.map((point, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the points of one list have no other name, and never move.
        <li key={i}>{point}</li>
      ))}
    </ul>
  );
}
