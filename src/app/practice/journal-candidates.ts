import type { JournalCandidate, JournalCandidates } from '../../domain/journal-candidates.ts';
import { plain } from '../../domain/plain.ts';
import { journalKind } from '../../domain/records/journal.ts';
import { people } from '../../domain/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay } from '../../domain/words.ts';
import { ENOUGH } from '../../measures/grounds.ts';
import type { Opened } from '../open.ts';
import { leadSentence } from '../setting.ts';
import { SEEN_DEEDS, type SeenRow } from './journal-sql.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-at.ts';
import { recordTitle } from './record-title.ts';

/** More are a list, not a nudge. */
const MOST = 10;

/**
 * What the lead visibly did for others in the last days of the window and has not logged: only what the evidence shows, never what came
 * of it. From git alone it sees little of it: a conversation leaves no trace.
 */
export async function journalCandidates(
  { facts, setting }: { readonly facts: Pick<Opened['facts'], 'query'> } & Pick<Opened, 'setting'>,
  at: PracticePlace,
  days: number,
): Promise<JournalCandidates> {
  const { person: lead, name } = setting.lead;
  const { since, until } = setting.window;
  const from = Math.max(since, until - days * DAY);
  const asked = { since, until, from, lead, enough: ENOUGH };
  const rows = lead === null ? [] : await facts.query<SeenRow>(SEEN_DEEDS, asked);
  const records = await (await openPractice(at)).records(journalKind);
  const named = (await records.list()).flatMap(({ fields }) => fields.evidence ?? []);
  const candidates = [...oncePerPiece(rows)].map(candidateOf);
  const open = candidates.filter(({ evidence }) => !evidence.some(({ id }) => isNamed(id, named)));
  return {
    repositories: setting.repositories,
    window: { since: from, until },
    lead: name,
    candidates: open.slice(0, MOST),
    logged: candidates.length - open.length,
    notes: [leadSentence(setting.lead), ...setting.notes],
  };
}

const ORDER: readonly SeenRow['seen'][] = ['first-change', 'complex-review', 'written-together', 'decision'];

/** A change is proposed once, by what is rarest of it. */
function oncePerPiece(rows: readonly SeenRow[]): Iterable<SeenRow> {
  const byPiece = new Map<string, SeenRow>();
  for (const row of rows) {
    const key = `${row.repository}\n${row.id}`;
    const known = byPiece.get(key);
    if (known === undefined || ORDER.indexOf(row.seen) < ORDER.indexOf(known.seen)) byPiece.set(key, row);
  }
  return byPiece.values();
}

const SAID: Readonly<Record<SeenRow['seen'], { readonly words: string; readonly kind: JournalCandidate['kind'] }>> = {
  'first-change': { words: 'Helped a first change here to land', kind: 'unblocked' },
  'complex-review': { words: 'Reviewed a complex change', kind: 'other' },
  'written-together': { words: 'Wrote a change together', kind: 'other' },
  decision: { words: 'Wrote down a decision', kind: 'context' },
};

function candidateOf({ seen, repository, id, title, at, names }: SeenRow): JournalCandidate {
  const { words, kind } = SAID[seen];
  const said = `${words}: ${recordTitle(title)}`;
  const beneficiaries = people(names ?? []);
  const whom = beneficiaries.people.map(plain).join(', ');
  return {
    seen,
    kind,
    on: calendarDay(at),
    title: said,
    beneficiaries,
    evidence: [{ kind: seen === 'decision' ? 'file' : 'change', repository, id }],
    line: [
      `fortnight log ${shellWord(said)} --kind ${kind}`,
      `--link ${shellWord(seen === 'decision' ? plain(id) : id)}`,
      ...(whom === '' ? [] : [`--for ${shellWord(whom)}`]),
    ].join(' '),
  };
}

/** Ids are often shortened by hand. */
const SHORTEST = 7;
const isNamed = (id: string, named: readonly string[]): boolean =>
  named.some((one) => one === id || (one.length >= SHORTEST && /^[0-9a-f]+$/.test(one) && id.startsWith(one)));
