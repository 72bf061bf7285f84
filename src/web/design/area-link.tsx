import { areaText } from '../../domain/figure-words.ts';
import { Said } from './said.tsx';
import { To } from './to.tsx';

/** An area of a repository, leading to its page. */
export function AreaLink({ repository, area }: { readonly repository: string; readonly area: string }) {
  return (
    <To page="/area" query={{ repository, area }}>
      <Said>{areaText(area)}</Said>
    </To>
  );
}
