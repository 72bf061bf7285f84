import { createContext, useContext } from 'react';
import type { ConfigurationPlace, PeoplePage } from '../../../domain/configuration-edit.ts';
import type { DeedBody } from '../../client/ask.ts';

/** A change of people, as the server takes it. */
export type PeopleChange = DeedBody<'people/change'>['change'];

/** What stands in the drawer. */
export type Opened =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'lead' }
  | { readonly kind: 'change'; readonly change: PeopleChange; readonly from: Opened | null };

interface People extends PeoplePage {
  /** Where a change would be written; null until that is known. */
  readonly place: ConfigurationPlace | null;
  open(opened: Opened | null): void;
}

const PeopleContext = createContext<People | null>(null);

export const PeopleProvider = PeopleContext.Provider;

/** Everybody, and how the drawer is opened. Only inside the page People. */
export function usePeople(): People {
  const people = useContext(PeopleContext);
  if (people === null) throw new Error('Outside the page People.');
  return people;
}
