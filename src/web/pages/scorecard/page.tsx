import { text } from '../../messages/index.ts';

/** The page Scorecard. */
export function ScorecardPage() {
  return <h1>{text.scorecard.title}</h1>;
}
