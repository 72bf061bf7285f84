import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { KindDescribed } from '../../domain/records/kind-described.ts';
import type { Search } from '../client/search.ts';
import { Button } from '../design/button.tsx';
import { text } from '../messages/index.ts';
import { keptOf } from '../shell/page-surface.tsx';
import type { Draft } from './draft.ts';
import { NewRecord } from './new-record.tsx';

interface BeginProps {
  readonly kind: KindDescribed;
  readonly start?: Draft;
  readonly label?: string;
  /** Read in the place of the label, where that alone would not say which. */
  readonly said?: string;
  readonly look?: 'plain' | 'primary' | 'quiet';
}

/** Begins a record, and goes to it. */
export function Begin({ kind, start, label = text.records.add(kind.one), said, look = 'primary' }: BeginProps) {
  const [isOpen, setOpen] = useState(false);
  const goTo = useRecordPage();
  return (
    <>
      <Button kind={look} aria-label={said} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <NewRecord
        kind={kind}
        isOpen={isOpen}
        {...(start === undefined ? {} : { start })}
        onClose={() => setOpen(false)}
        onWritten={({ id }) => {
          setOpen(false);
          goTo(kind.id, id);
        }}
      />
    </>
  );
}

/** Goes to the page of a record. */
export function useRecordPage(): (kind: string, id: string) => void {
  const navigate = useNavigate();
  return (kind, id) => {
    navigate({
      to: '/record' as '/',
      search: ((before: Search) => ({ ...keptOf(before), kind, id })) as never,
    });
  };
}
