import { text } from '../../messages/index.ts';

/** The page People. */
export function PeoplePage() {
  return <h1>{text.people.title}</h1>;
}
