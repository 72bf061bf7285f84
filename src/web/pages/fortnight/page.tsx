import { text } from '../../messages/index.ts';

/** The page Fortnight. */
export function FortnightPage() {
  return <h1>{text.fortnight.title}</h1>;
}
