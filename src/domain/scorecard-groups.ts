/** One measure under the short word it is called by on the scorecard. */
export interface GroupedMeasure {
  readonly measure: string;
  readonly label: string;
}

/** What a lead looks for together. */
export interface ScorecardGroup {
  readonly id: 'team' | 'lead' | 'flow' | 'knowledge' | 'old' | 'more';
  readonly title: string;
  /** What its figures tell together, in one sentence. */
  readonly about: string;
  readonly measures: readonly GroupedMeasure[];
}

const named = (measure: string, label: string): GroupedMeasure => ({ measure, label });

/** What the team can do without the lead: the new scorecard, before everything else. */
export const TEAM_GROUP: ScorecardGroup = {
  id: 'team',
  title: 'What the team can do without the lead',
  about: 'The new scorecard: what has another way than through one person.',
  measures: [
    named('gate', 'Through the lead alone'),
    named('autonomy', 'Without the lead'),
    named('known-to-one', 'Known to one'),
    named('cover', 'Cover'),
  ],
};

/** The measures told in one sentence each, under what a lead would look for. */
const SENTENCE_GROUPS: readonly ScorecardGroup[] = [
  {
    id: 'lead',
    title: 'The work of the lead',
    about: 'What the lead spends themselves on, as far as git shows it.',
    measures: [
      named('hands-on', 'Hands-on'),
      named('routine-approvals', 'Routine'),
      named('firefighting', 'Firefighting'),
    ],
  },
  {
    id: 'flow',
    title: 'Flow of the team',
    about: 'How the work moves, whoever lands it.',
    measures: [
      named('waiting', 'Waiting'),
      named('lead-time', 'Lead time'),
      named('releases', 'Releases'),
      named('change-fail', 'Failures'),
    ],
  },
  {
    id: 'knowledge',
    title: 'Knowledge and gates',
    about: 'On how many shoulders landing, reviewing and knowing rest.',
    measures: [
      named('landers', 'Landing'),
      named('reviewers', 'Reviewing'),
      named('orphaned', 'Orphaned'),
      named('truck-factor', 'Truck factor'),
    ],
  },
];

/** What a lead was once praised for: shown beside the new, never instead of it. */
export const OLD_GROUP: ScorecardGroup = {
  id: 'old',
  title: 'The old scorecard',
  about: "The lead's own output: what used to be counted.",
  measures: [named('old-scorecard', 'Own output')],
};

/** Figures of the new scorecard that stand facing the old: what each is called there. */
export const NEW_FACING_OLD: readonly GroupedMeasure[] = [
  named('known-to-one', 'Areas known to one at most'),
  named('autonomy', 'Landed without the lead'),
  named('gate', 'Landed through the lead alone'),
];

/** Every measure in exactly one group: one that no group names stands under its title in a last group of its own. */
export function scorecardGroups(
  measures: readonly { readonly id: string; readonly title: string }[],
): readonly ScorecardGroup[] {
  const groups = [TEAM_GROUP, ...SENTENCE_GROUPS, OLD_GROUP].map((group) => ({
    ...group,
    measures: group.measures.filter(({ measure }) => measures.some(({ id }) => id === measure)),
  }));
  const seen = new Set(groups.flatMap((group) => group.measures.map(({ measure }) => measure)));
  const rest = measures.filter(({ id }) => !seen.has(id)).map(({ id, title }) => named(id, title));
  const more: ScorecardGroup = { id: 'more', title: 'More', about: 'Measures that no group names.', measures: rest };
  return [...groups, more].filter((group) => group.measures.length > 0);
}

/** Why the same names stand beside most areas: a result of the backtest, and no mistake. */
export const HOW_TO_READ_COVER =
  'Could cover: active people who have worked in the area, chosen mostly for what they get done anywhere without the lead. ' +
  'That foretold best who came next, and it is often the same few';
