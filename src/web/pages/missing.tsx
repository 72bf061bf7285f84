import type { ReactNode } from 'react';
import { Empty } from '../design/empty.tsx';
import { PageHead } from '../design/page-head.tsx';
import { Said } from '../design/said.tsx';

interface MissingProps {
  /** What the page is called when it has something to show. */
  readonly page: string;
  readonly title: string;
  /** Sentences of the server, or of the page: what is wrong, what to do about it. */
  readonly sentences?: readonly (string | null)[];
  /** The next step. */
  readonly action: ReactNode;
}

/** A page of one thing, of which the address names none that is known. */
export function Missing({ page, title, sentences = [], action }: MissingProps) {
  return (
    <>
      <PageHead title={page} />
      <Empty title={title} action={action}>
        {sentences.map((sentence) =>
          sentence === null ? null : (
            <p key={sentence}>
              <Said>{sentence}</Said>
            </p>
          ),
        )}
      </Empty>
    </>
  );
}
