import { byName } from '../src/domain/report.ts';

/**
 * What the product may not say, as data. Each rule reads one sentence, or one row of a table, and yields what in it must
 * not be there. Every rule has examples it catches and sentences close by that it lets pass; `test/must-not.test.ts` holds
 * it to both.
 */
export interface MustNot {
  readonly name: string;
  readonly forbids: string;
  readonly catches: readonly string[];
  readonly allows: readonly string[];
  find(unit: Unit, said: Said): readonly string[];
}

/** A sentence, or a row of a table with its cells. */
export interface Unit {
  readonly text: string;
  readonly isRow: boolean;
}

/** What the words are about. */
export interface Said {
  /** Landing is hidden for more than two fifths of the changes: nothing may be concluded. */
  readonly belowFloor?: boolean;
  /** The person who was asked about: figures may stand beside this name alone. */
  readonly person?: string;
  /** A page on how two programs agree: its percentages are distances and thresholds unless they stand beside an outcome. */
  readonly isAgreement?: boolean;
  /** Everybody's shown name. */
  readonly people?: readonly string[];
}

/** A percentage and, where there is one, the interval in brackets behind it. */
const NUMBER = '[<>]?\\d+(?:[.,]\\d+)?';
const PERCENT = `${NUMBER}\\s?(?:%|per ?cent\\b)`;
const RANGE = `${NUMBER}\\s?%?\\s*(?:–|-|to|,)\\s*${NUMBER}\\s?%?`;
const WITH_INTERVAL = new RegExp(`${PERCENT}\\s*[([]\\s*(?:95\\s?% interval )?${RANGE}\\s*[)\\]]`, 'gi');
/** In a row the interval may be the next cell. */
const WITH_INTERVAL_IN_ROW = new RegExp(`${PERCENT}[\\s|]*[([]?\\s*${RANGE}\\s*[)\\]]?`, 'gi');
/** How many: `of 25`, `25 absences`, `n = 25`. */
const COUNT =
  /\bof (?:the |its |their |all |these |those )?(?:last )?\d[\d,]*\b|\bn = \d|\b\d[\d,]* (?:[a-z]+ )?(?:absences?|changes?|windows?|projects?|repositories|histories|cases|fortnights|rows|seeds|draws|people)\b/;
/** Sizes that define a word, and no finding: how wide an interval is meant to be, where a band begins. */
const DEFINITIONS = [
  /\b(?:95|80)\s?% (?:score |confidence |bootstrap )?intervals?\b/gi,
  /\bintervals? (?:of|at|promising) (?:95|80)\s?%/gi,
  /\b(?:30|70|30[–-]70)\s?% of (?:the |their |what is |what was |its )?usual\b/gi,
  /\b(?:floor (?:of|is|at)|below|under|at least) 60\s?%/gi,
  /\b60\s?% (?:floor|rule|with a known)\b/gi,
];

/** Words that say something is not so, not known or not said, close before it. */
const DENIED_BEFORE =
  /\b(?:(?:do|does|did|is|are|was|were|can|may|must|could|has|have) not|cannot|never|neither|nor|nobody is|nothing (?:here|in it)|not (?:shown|known|tested|measured|said|foretold|a|the|as|from)|no (?:forecast|claim|evidence|verdict|outcome band))\b[^.;]{0,80}$/i;
/** The same in it or close behind it. */
const DENIED_WITHIN =
  /\b(?:is|are|was|were|does|do) not (?:shown|known|told|tested|measured|claimed|said|foretold)\b|\bnone of (?:it|this|them)\b|\bdoes not$/i;

function undenied(pattern: RegExp): MustNot['find'] {
  const every = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  return ({ text }) =>
    [...text.matchAll(every)]
      .filter(({ 0: found, index }) => {
        const upTo = text.slice(index, index + found.length + 40);
        return !DENIED_BEFORE.test(text.slice(0, index)) && !DENIED_WITHIN.test(upTo);
      })
      .map((found) => found[0]);
}

/** Words of what happens to work in an absence. */
const OUTCOME =
  '(?:stall|stop|slow|wait|halt|drop|fall|fell|absence|away|as usual|stuck|blocked|vacation test|outcome|depend)\\w*';
/** `what` and an outcome in one sentence, whichever comes first. */
const besideOutcome = (what: string): RegExp =>
  new RegExp(`\\b${what}[^.;]*\\b${OUTCOME}|\\b${OUTCOME}[^.;]*\\b${what}`, 'i');

export const MUST_NOT: readonly MustNot[] = [
  {
    name: 'bare-percentage',
    forbids: 'a percentage without its interval behind it, or without a count in the same sentence or row',
    catches: [
      'Work nearly stopped in 52% of absences.',
      'Work nearly stopped in 52% (29–75%) of absences.',
      'In 25 absences work nearly stopped in 52%.',
      'About 52 percent of 25 absences.',
      'Shares: 52% (29–75%) and 24% of 25 absences.',
      '| nearly stopped | 52% | 25 |',
    ],
    allows: [
      'Work nearly stopped in 52% (29–75%) of 25.',
      'Seen in 25 absences: 52 % [29, 75] nearly stopped.',
      'A 95 % interval; nearly stopped is under 30 % of usual; the floor is 60 %.',
      '| slowed | 11% | 6–22% of 61 |',
    ],
    find({ text, isRow }, { isAgreement = false }) {
      if (isAgreement && !/\b(?:nearly stop|slow|stall|as usual|normal)/i.test(text)) return [];
      const left = DEFINITIONS.reduce((rest, definition) => rest.replace(definition, ''), text);
      const bare = left.replace(isRow ? WITH_INTERVAL_IN_ROW : WITH_INTERVAL, '±');
      const found = bare.match(new RegExp(PERCENT, 'gi')) ?? [];
      if (found.length > 0) return found;
      return bare.includes('±') && !COUNT.test(bare) ? (left.match(new RegExp(PERCENT, 'i')) ?? []) : [];
    },
  },
  {
    name: 'forecast',
    forbids: 'what one absence, team or change will do, for good or ill',
    catches: [
      'The work of bo will stall.',
      'Reviews will probably pile up while you are away.',
      'The team is going to be stuck.',
      'Work is expected to slow down.',
      'Everything will go on as usual.',
    ],
    allows: [
      'A single absence cannot be foretold: nobody knows what will stall.',
      'In half of them work nearly stopped.',
      'Will it stall?',
      'Which change will wait.',
      'This does not show which change will wait.',
    ],
    find: (unit, said) =>
      /\?$|^(?:Which|Whether)\b/.test(unit.text.trim())
        ? []
        : undenied(
            /\b(?:will|shall|(?:is|are|be) (?:going|expected|predicted|likely|bound|sure|forecast) to)\b[^.;]{0,40}\b(?:stall|wait|stop|halt|slow|stuck|blocked?|pile up|starve|be late|drop|suffer|be fine|as usual|cope|survive)\w*/i,
          )(unit, said),
  },
  {
    name: 'which-change',
    forbids: 'naming the change, area or review that would wait',
    catches: [
      'Change 4711 would wait two weeks.',
      'Pull request #12 would be blocked.',
      'These reviews would get stuck.',
    ],
    allows: [
      'Nothing here tells which change would wait.',
      'Twelve of the last 40 changes landed through Ada.',
      'In the replay 12 of 40 changes had nobody else with room for them.',
    ],
    find: undenied(
      /\b(?:changes?|pull requests?|merge requests?|reviews?|commits?|#\d+|areas?)\b[^.;]{0,40}\bwould (?:\w+ )?(?:wait|stall|stop|be (?:late|blocked|stuck)|get stuck)/i,
    ),
  },
  {
    name: 'stall-score',
    forbids: 'a single number for how likely a stall is: a chance, probability, risk or score',
    catches: [
      'The chance of a stall is high.',
      'Stall risk: 7.',
      'With a probability that work stops.',
      'Vacation score 71.',
      'Odds of 3 to 1.',
    ],
    allows: ['0.5 is chance.', 'A share of absences seen, not the chance of a stall.', 'on the scale of log odds'],
    find: undenied(
      /\b(?:chances?|probabilit(?:y|ies)|likelihood|odds|risk) (?:of|that|for|to)\b|\b(?:stall|vacation|absence|continuity|resilience) (?:risk|score|index|probability|rating|rate)\b|\b\w+ likely to (?:stall|stop|wait)/i,
    ),
  },
  {
    name: 'wrong-ground',
    forbids: 'truck factor, or a share of commits or merges, as if it told what an absence does',
    catches: [
      'Truck factor 1, so work stops without Ada.',
      'Ada wrote most commits; the commit share says the team depends on Ada.',
      'Lines of code by Ada: an absence would hurt.',
    ],
    allows: [
      'If 2 certain people left, more than half of the files would have no author: the truck factor.',
      'What an absence does is not told by the truck factor.',
    ],
    find: undenied(
      besideOutcome(
        '(?:truck factor|bus factor|commit share|merge share|share of (?:the )?(?:commits|merges)|most commits|lines of code)',
      ),
    ),
  },
  {
    name: 'holiday-claim',
    forbids: 'why somebody was silent: that it was a holiday, leave or illness',
    catches: [
      'Ada was on holiday from 3 to 20 May.',
      'After the vacation of Ada work picked up.',
      'Ada took two weeks of leave.',
      'Silent because of illness.',
      "Ada's vacation in May.",
    ],
    allows: [
      'Silence: why is not known, and it is not said to be a holiday.',
      'Left out: 1 touching the holidays, 20 December to 4 January, when everybody may be away.',
      'The vacation test.',
      'If they leave files open, the plan says so.',
    ],
    find: undenied(
      /\b(?:on|took|takes|taking|had|back from|returned from|because of|due to) (?:an? |the |their |his |her |your |some |(?:\w+ )?(?:days|weeks) (?:of )?)?(?:annual |sick |parental |long |short |paid )?(?:holidays?|vacations?|leave|illness|sabbatical|pto)\b|\b(?:'s|’s|\b(?:his|her|their|the)) (?:holiday|vacation|illness|sabbatical|leave) (?:in|of|from|on|was|began)\b/i,
    ),
  },
  {
    name: 'departure-claim',
    forbids: 'anything about people leaving for good, as if the study had tested it',
    catches: [
      'When a lead departs, work nearly stops in most teams.',
      'If Ada left the company, flow would drop.',
      'A departure slows teammates.',
    ],
    allows: [
      'It was not tested for departures, or what stops then.',
      'departed: never seen again',
      'If 2 certain people left, more than half of the files would have no author.',
    ],
    find: undenied(
      besideOutcome(
        '(?:depart(?:s|ed|ures?)|resign(?:s|ed|ation)?|quits?|(?:left|leaves?|leaving) (?:the (?:team|company|project)|for good)|turnover)',
      ),
    ),
  },
  {
    name: 'quality-claim',
    forbids: 'that quality suffers in an absence',
    catches: [
      'More bugs are made while the lead is away.',
      'Absences lower quality.',
      'Without the lead away, fewer defects.',
    ],
    allows: [
      'That quality suffers in an absence is not shown.',
      'Nor was it tested for quality, or what an absence does to it.',
      'The change stops a bug.',
    ],
    find: undenied(
      /\b(?:quality|bugs?|defects?|regressions?|incidents?|outages?)\b[^.;]*\b(?:absences?|away|vacation test|without the lead)\b|\b(?:absences?|away|without the lead)\b[^.;]*\b(?:quality|bugs?|defects?|regressions?|outages?)\b/i,
    ),
  },
  {
    name: 'one-week-claim',
    forbids: 'what an absence of a week does',
    catches: [
      'In a one-week absence work goes on as usual.',
      'A week away slows nothing.',
      'Over five days, work drops less.',
    ],
    allows: [
      'It was not tested for a single week, or what stops in it.',
      'Active in 2 of the next 4 weeks.',
      'The first two weeks of 25 absences.',
    ],
    find: undenied(
      besideOutcome(
        '(?:(?:one|1|single)[- ]week|week-long|a week away|a week|five days|5 days|seven days|7 days)(?! (?:before|after|each|and|or more|per))',
      ),
    ),
  },
  {
    name: 'verdict-below-floor',
    forbids: 'any conclusion from landing where the landing is hidden',
    catches: [
      'Leads like that saw work nearly stop.',
      'D is 0.71.',
      'A prior of 0.4.',
      'Work like that has hardly any way in but Ada.',
      'Passes only through Ada.',
      'Half [40–60%] of 30: 50%.',
    ],
    allows: [
      'No outcome band: who landed a change is known for 50% (43–57%) of 182 changes.',
      'One past absence can be compared.',
    ],
    find(unit, said) {
      if (said.belowFloor !== true) return [];
      const known = /\bknown for\b|\bvisib/i.test(unit.text) ? [] : (unit.text.match(new RegExp(PERCENT, 'gi')) ?? []);
      const words =
        /\bleads like (?:that|this)\b|\bprior\b|\bD (?:is|was|of|under|0\.|=)|\b(?:hardly|no) (?:any )?(?:other )?way\b|\bpass(?:es)? only\b|\bbottleneck|\bnobody else\b|\bdepends? on\b/i;
      return [...known, ...undenied(words)(unit, said)];
    },
  },
  {
    name: 'order-of-people',
    forbids: 'words of an order of people: a ranking, a best, a top',
    catches: [
      'The top reviewers of the team.',
      'Bo is the best cover.',
      'Ranked by merges.',
      'The most productive author is Cy.',
      'A leaderboard.',
    ],
    allows: [
      'Nobody is ranked; people are never ranked by anything.',
      'best possible',
      'Who could cover, in alphabetical order.',
    ],
    find: undenied(
      /\b(?:top|best|worst|strongest|weakest|fastest|slowest|busiest) (?:\d+ )?(?:people|persons?|authors?|reviewers?|landers?|contributors?|developers?|engineers?|covers?|deput(?:y|ies)|performers?|maintainers?)\b|\b(?:most|least) (?:productive|active|valuable|important) (?:people|persons?|authors?|reviewers?|contributors?|developers?|engineers?)\b|\branked\b|\branking of\b|\bleaderboard/i,
    ),
  },
  {
    name: 'names-out-of-order',
    forbids: 'a list of names other than in alphabetical order',
    catches: ['Could cover: Cy Cove, Bo Bridge.', 'Cy Cove and Bo Bridge approved it.'],
    allows: ['Could cover: Bo Bridge, Cy Cove.', 'Bo Bridge landed it for Ada Arch.', 'Cy Cove; reviews: Bo Bridge.'],
    find({ text }, { people = [] }) {
      if (people.length === 0) return [];
      const name = `(?:${[...people]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})`;
      const lists = text.match(new RegExp(`${name}(?:(?:, | and | or |, and |, or )${name})+`, 'g')) ?? [];
      return lists.filter((list) => {
        const names = list.match(new RegExp(name, 'g')) ?? [];
        return names.some((one, i) => i > 0 && byName(names[i - 1] ?? '', one) > 0);
      });
    },
  },
  {
    name: 'figure-beside-a-name',
    forbids: 'a row or item that begins with a name other than the one asked about and goes on with a number',
    catches: ['| Bo Bridge | 12 | 40% (30–51%) of 30 |', 'Bo Bridge: 12 changes.', '- Cy Cove landed 7 of them'],
    allows: [
      'Ada Arch landed 12 of 40.',
      '| src/server | 12 | Bo Bridge, Cy Cove |',
      'Bo Bridge, Cy Cove',
      'Bo Bridge could learn src/server.',
    ],
    find({ text }, { people = [], person }) {
      const start = text.replace(/^[\s|*•-]*(?:\[[ x]\] )?/, '');
      const named = people.find((name) => name !== person && start.startsWith(name));
      if (named === undefined) return [];
      return /\d/.test(people.reduce((rest, name) => rest.replaceAll(name, ''), start)) ? [named] : [];
    },
  },
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
