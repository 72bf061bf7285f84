import { text } from '../../messages/index.ts';

/** The page Measure. */
export function MeasurePage() {
  return <h1>{text.measure.title}</h1>;
}
