import { asOne, type History, type PersonIndex } from '../absence/history.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import { byName } from '../domain/report.ts';
import { listed } from '../domain/words.ts';
import { resolveLead } from '../measures/lead.ts';
import { heldHistory } from './held-history.ts';
import type { Opened } from './open.ts';

/** Whom an absence is asked about, and the past that may be looked at for it. */
export interface Away {
  /** What happened before `moment`; several people away are one person in it. */
  readonly history: History;
  /** The person away, or the one who stands for all of them. */
  readonly person: PersonIndex;
  /** Everybody who is away, by `people.person`, in the order of {@link names}. */
  readonly ids: readonly string[];
  /** In the order in which they were given; the lead alone when nobody was. */
  readonly names: readonly string[];
  /** Where the past ends, in seconds: the end of the window, unless told otherwise. */
  readonly moment: number;
  /** The question is about the lead and nobody else. */
  readonly isLead: boolean;
}

/**
 * Who is away: the people named by `--person`, else the lead. Throws a {@link FortnightError} when a name fits nobody or
 * several, and when nobody was named and nobody could be told to be the lead.
 */
export async function whoIsAway(
  { facts, setting }: Pick<Opened, 'facts' | 'setting'>,
  persons: readonly string[],
  moment: number = setting.window.until,
): Promise<Away> {
  const named = new Map<string, string>();
  for (const text of persons) {
    const { person, name } = await resolveLead(facts.query, text);
    named.set(person, name);
  }
  const { person: lead, name: leadName } = setting.lead;
  if (named.size === 0) {
    if (lead === null || leadName === null) {
      throw new FortnightError(
        'nobody-away',
        `Nobody was named, and nobody could be told to be the lead. ${setting.lead.reason}`,
        {
          hint: 'Name who is away with --person NAME, or the lead with --lead NAME.',
          exitCode: EXIT.usage,
        },
      );
    }
    named.set(lead, leadName);
  }
  const whole = await heldHistory(facts.query, moment);
  const group = [...named.keys()].map((id) => whole.people.findIndex(({ person }) => person === id));
  const [person = -1] = group;
  const joined = asOne(whole, group);
  const name = listed([...named.values()].sort(byName));
  return {
    // Who stands for several is called by all their names.
    history: { ...joined, people: joined.people.map((one, index) => (index === person ? { ...one, name } : one)) },
    person,
    ids: [...named.keys()],
    names: [...named.values()],
    moment,
    isLead: named.size === 1 && lead !== null && named.has(lead),
  };
}
