import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Undoable } from '../../../domain/configuration-edit.ts';
import { useDeed } from '../../client/use-deed.ts';
import { Button } from '../../design/button.tsx';
import { Problem } from '../../design/problem.tsx';
import { Said } from '../../design/said.tsx';
import { text } from '../../messages/index.ts';
import styles from './undo-notice.module.css';

/** The last edit that was written, and a way to take it back while the server runs. */
export function UndoNotice({ undo }: { readonly undo: Undoable | null }) {
  const queries = useQueryClient();
  const deed = useDeed('people/undo');
  const words = text.people.undo;
  const notice = useRef<HTMLDivElement>(null);
  const first = useRef(undo?.id);
  useEffect(() => {
    // Somebody has just written something: what comes next is most likely here.
    if (undo !== null && undo.id !== first.current) notice.current?.focus();
    first.current = undo?.id;
  }, [undo]);
  if (undo === null && !deed.isSuccess) return null;
  return (
    <div ref={notice} tabIndex={-1} className={styles.notice} role="status" data-screen="">
      {undo === null ? (
        <p>{words.undone}</p>
      ) : (
        <>
          <div className={styles.words}>
            <p className={styles.title}>{words.written}</p>
            <p>
              <Said>{undo.sentence}</Said>
            </p>
            <p className={styles.file}>
              <Said>{undo.file}</Said>
            </p>
          </div>
          <Button
            disabled={deed.isPending}
            onClick={() => deed.mutate({ id: undo.id }, { onSuccess: () => queries.invalidateQueries() })}
          >
            {deed.isPending ? words.undoing : words.undo}
          </Button>
          {deed.isError ? <Problem error={deed.error} /> : null}
        </>
      )}
    </div>
  );
}
