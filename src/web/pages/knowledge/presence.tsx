import { Segmented } from '../../design/segmented.tsx';
import { text } from '../../messages/index.ts';

interface PresenceProps {
  /** Everybody who knows something here. */
  readonly people: readonly string[];
  readonly without: readonly string[];
  onChange(without: readonly string[]): void;
  readonly lead: string | null;
  /** Who is away on the page that led here. */
  readonly away: readonly string[];
}

/** The questions asked most: with everybody, without the lead, without who is away. Others are asked of the list. */
export function Presence({ people, without, onChange, lead, away }: PresenceProps) {
  const known = away.filter((name) => people.includes(name));
  const isSame = (names: readonly string[]) =>
    names.length === without.length && names.every((name) => without.includes(name));
  const options = [
    { value: 'all', label: text.knowledge.everybody, names: [] },
    ...(lead === null ? [] : [{ value: 'lead', label: text.knowledge.withoutLead, names: [lead] }]),
    ...(known.length === 0 || (known.length === 1 && known[0] === lead)
      ? []
      : [{ value: 'away', label: text.knowledge.withoutAway, names: known }]),
  ];
  if (options.length < 2) return null;
  return (
    <Segmented
      label={text.knowledge.whoIsThere}
      value={options.find(({ names }) => isSame(names))?.value ?? ''}
      options={options}
      onChange={(value) => onChange(options.find((one) => one.value === value)?.names ?? [])}
    />
  );
}
