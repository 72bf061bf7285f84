import { text } from '../../messages/index.ts';

/** The page Area. */
export function AreaPage() {
  return <h1>{text.area.title}</h1>;
}
