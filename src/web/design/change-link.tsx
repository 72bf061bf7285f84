import type { ReactNode } from 'react';
import { To } from './to.tsx';

/** As many digits as tell commits apart in all but the largest repositories. */
const DIGITS = 10;

/** A change, leading to its page; its short id unless something else is to be read. */
export function ChangeLink({
  repository,
  id,
  children,
}: {
  readonly repository: string;
  readonly id: string;
  readonly children?: ReactNode;
}) {
  return (
    <To page="/change" query={{ repository, id }}>
      {children ?? <code>{id.slice(0, DIGITS)}</code>}
    </To>
  );
}
