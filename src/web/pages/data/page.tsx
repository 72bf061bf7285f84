import { text } from '../../messages/index.ts';

/** The page Data. */
export function DataPage() {
  return <h1>{text.data.title}</h1>;
}
