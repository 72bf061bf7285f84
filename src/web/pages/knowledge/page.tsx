import { text } from '../../messages/index.ts';

/** The page Knowledge. */
export function KnowledgePage() {
  return <h1>{text.knowledge.title}</h1>;
}
