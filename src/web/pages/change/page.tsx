import { text } from '../../messages/index.ts';

/** The page Change. */
export function ChangePage() {
  return <h1>{text.change.title}</h1>;
}
