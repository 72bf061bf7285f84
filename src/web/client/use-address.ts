import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from './search.ts';

/** What a page changes in its address: undefined takes a part out. */
export type AddressChange = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The parts of the address after `?`, and a way to change some of them. A change is a step of the browser's history unless
 * `isReplaced`, which is for what changes with every key or movement. The page stays where it is scrolled to.
 */
export function useAddress(): readonly [Search, (change: AddressChange, isReplaced?: boolean) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = useCallback(
    (parts: AddressChange, isReplaced = false) =>
      navigate({
        to: '.',
        search: ((before: Search) => ({ ...before, ...parts })) as never,
        replace: isReplaced,
        resetScroll: false,
      }),
    [navigate],
  );
  return [search, change];
}
