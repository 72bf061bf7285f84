import { useEffect, useRef, useState } from 'react';
import type { ScanState } from '../../../domain/scan-state.ts';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { paceOf } from './pace-of.ts';
import styles from './scan-progress.module.css';

/** How far a scan is: a bar of fourteen parts, what is read, how fast, and how long it will take where that is known. */
export function ScanProgress({ scan }: { readonly scan: ScanState }) {
  const words = text.data.scan;
  const { repository, phase, commits, total } = scan;
  const { perSecond, left } = usePace(scan);
  const share = phase === 'commits' && total !== null && total > 0 ? Math.min(1, commits / total) : null;
  const facts = [
    phase !== 'commits' ? null : total === null ? words.soFar(commits) : words.of(commits, total),
    perSecond === null ? null : words.rate(perSecond),
    left === null ? null : left < 60 ? words.soon : words.left(left),
  ];
  const what =
    phase === null || repository === null
      ? phase === 'answers'
        ? words.answers
        : words.starting
      : phase === 'commits'
        ? words.commits(repository)
        : words.files(repository);
  return (
    <div className={styles.progress}>
      <p className={styles.what}>
        <Said>{what}</Said>
      </p>
      <progress
        className="only-read"
        aria-label={words.progress}
        {...(share === null ? {} : { value: Math.round(share * 100), max: 100 })}
      />
      <div className={styles.dots} aria-hidden="true" data-waits={share === null ? '' : undefined}>
        {DAYS.map((day) => (
          <span key={day} className={styles.dot}>
            <span
              className={styles.fill}
              style={{ '--filled': share === null ? 0 : Math.max(0, Math.min(1, share * DAYS.length - day)) } as never}
            />
          </span>
        ))}
      </div>
      <p className={styles.facts}>{facts.filter((fact) => fact !== null).join(' · ')}</p>
      <Announced share={share} />
    </div>
  );
}

const DAYS = Array.from({ length: 14 }, (_, day) => day);

/** Read aloud a few times only: at each quarter. */
function Announced({ share }: { readonly share: number | null }) {
  const quarter = share === null ? 0 : Math.floor(share * 4) * 25;
  return (
    <p className="only-read" role="status">
      {quarter === 0 ? '' : text.data.scan.announced(quarter)}
    </p>
  );
}

/** Told by the states as they come in: the server says when it started in whole seconds, which is too coarse for a pace. */
function usePace(scan: ScanState) {
  const began = useRef<{ readonly key: string; readonly at: number; readonly commits: number } | null>(null);
  const [pace, setPace] = useState<ReturnType<typeof paceOf>>({ perSecond: null, left: null });
  const { startedAt, repository, phase, commits, total } = scan;
  useEffect(() => {
    const key = `${startedAt} ${repository} ${phase}`;
    if (began.current?.key !== key) began.current = { key, at: performance.now(), commits };
    const { at, commits: before } = began.current;
    setPace(
      paceOf({ before, commits, total: phase === 'commits' ? total : null, seconds: (performance.now() - at) / 1000 }),
    );
  }, [startedAt, repository, phase, commits, total]);
  return pace;
}
