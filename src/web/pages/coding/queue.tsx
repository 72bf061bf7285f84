import { useMemo, useRef, useState } from 'react';
import type { SpareChange } from '../../../domain/coding-log.ts';
import { Button } from '../../design/button.tsx';
import { ChangeLink } from '../../design/change-link.tsx';
import { Empty } from '../../design/empty.tsx';
import { Names } from '../../design/names.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import { CODING_REASONS } from '../../practice/coding-reasons.ts';
import { Reasons } from '../../practice/reasons.tsx';
import { useKept } from '../../shell/kept.ts';
import { useKeys } from '../../shell/use-keys.ts';
import styles from './queue.module.css';

/** Changes to answer, one after the other: a key each. */
export function Queue({ asked }: { readonly asked: readonly SpareChange[] }) {
  const [put, setPut] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const box = useRef<HTMLElement>(null);
  const words = text.coding;
  const left = asked.filter(({ change }) => !put.has(change));
  const now = left[0];
  const keys = useMemo(
    () =>
      Object.fromEntries(
        CODING_REASONS.map((why) => {
          const { key } = text.coding.reasons[why];
          return [key, () => box.current?.querySelector<HTMLButtonElement>(`[data-answer="${key}"]`)?.click()];
        }),
      ),
    [],
  );
  const [areKeysOn] = useKept('fortnight-keys', ['on', 'off'], 'on');
  useKeys(keys, now !== undefined && areKeysOn === 'on');
  return (
    <section className={styles.queue} aria-labelledby="queue" ref={box}>
      <p role="status" className="only-read">
        {said}
      </p>
      {now === undefined ? (
        <>
          <h2 id="queue" className="only-read">
            {words.queue}
          </h2>
          <Empty title={words.nothing.title}>{words.nothing.why}</Empty>
        </>
      ) : (
        <>
          <header>
            <h2 id="queue">{words.queue}</h2>
            <p className={styles.meaning}>{words.queueMeaning}</p>
          </header>
          <article className={styles.change}>
            <h3 className={styles.title}>
              <ChangeLink repository={now.repository} id={now.change}>
                <Said>{now.title}</Said>
              </ChangeLink>
            </h3>
            <p className={styles.facts}>
              <Said>{`${now.areas.join(', ')} · ${words.landed(now.landed)}`}</Said>
            </p>
            <p className={styles.facts}>
              {words.othersCould} <Names names={now.others.people} limit={6} />
            </p>
            <Reasons
              key={now.change}
              change={now.change}
              title={now.title}
              onAnswered={(why) => {
                setSaid(words.answered(words.reasons[why].label));
                setPut(new Set([...put, now.change]));
              }}
            />
            <p className={styles.foot}>
              <span>{words.left(left.length)}</span>
              {left.length > 1 ? (
                <Button kind="quiet" onClick={() => setPut(new Set([...put, now.change]))}>
                  {words.later}
                </Button>
              ) : null}
            </p>
          </article>
        </>
      )}
    </section>
  );
}
