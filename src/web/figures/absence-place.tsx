import { areaText } from '../../domain/figure-words.ts';
import { Said } from '../design/said.tsx';
import { To } from '../design/to.tsx';
import { text } from '../messages/index.ts';

interface AbsencePlaceProps {
  readonly repository: string;
  /** Null: outside any area. */
  readonly area: string | null;
  /** Of several repositories the name says which one it is. */
  readonly isOfSeveral: boolean;
}

/** Where something landed, leading to the page of the area. */
export function AbsencePlace(place: AbsencePlaceProps) {
  const { repository, area } = place;
  if (area === null) return <>{text.fortnight.outside}</>;
  return (
    <To page="/area" query={{ repository, area }}>
      <Said>{placeText(place)}</Said>
    </To>
  );
}

/** The same as text alone. */
export function placeText({ repository, area, isOfSeveral }: AbsencePlaceProps): string {
  const name = area === null ? text.fortnight.outside : areaText(area);
  return isOfSeveral && repository !== '' ? `${repository}: ${name}` : name;
}
