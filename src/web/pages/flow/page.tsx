import { text } from '../../messages/index.ts';

/** The page Flow. */
export function FlowPage() {
  return <h1>{text.flow.title}</h1>;
}
