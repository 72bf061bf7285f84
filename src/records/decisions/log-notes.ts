import { readDecision } from '../../documents/read-decision.ts';
import { numberOfName } from '../../documents/record-number.ts';
import { resolveDecisions } from '../../documents/resolve-decisions.ts';
import type { DecisionEntry } from './standing.ts';

/** What is wrong with a log as a whole, a sentence each: numbers given twice, links that one side alone tells or that lead nowhere. */
export function logNotes(entries: readonly DecisionEntry[]): string[] {
  const resolved = resolveDecisions(
    entries.map(({ id, text }) => ({ path: `${id}.md`, ...readDecision(`${id}.md`, text, null) })),
  );
  const byPath = new Map(resolved.map((one) => [one.path, one]));
  const oneSided = resolved.flatMap(({ path, supersedes, supersededBy }) => [
    ...supersedes.flatMap(({ path: older, text }) => {
      if (older === null) return [`${path} supersedes ${text}, which is not there.`];
      return byPath.get(older)?.supersededBy.some((link) => link.path === path) === true
        ? []
        : [`${path} supersedes ${older}, which does not say so.`];
    }),
    ...supersededBy.flatMap(({ path: newer, text }) => {
      if (newer === null) return [`${path} is superseded by ${text}, which is not there.`];
      return byPath.get(newer)?.supersedes.some((link) => link.path === path) === true
        ? []
        : [`${path} is superseded by ${newer}, which does not say so.`];
    }),
  ]);
  return [...twice(entries), ...oneSided].sort();
}

function twice(entries: readonly DecisionEntry[]): string[] {
  const byNumber = new Map<string, string[]>();
  for (const { id } of entries) {
    const number = numberOfName(id.replace(/^.*\//, ''));
    const folder = id.includes('/') ? id.slice(0, id.lastIndexOf('/') + 1) : '';
    if (number === null) continue;
    const key = `${folder}${number}`;
    byNumber.set(key, [...(byNumber.get(key) ?? []), id]);
  }
  return [...byNumber]
    .filter(([, ids]) => ids.length > 1)
    .map(
      ([number, ids]) =>
        `Number ${number.replace(/^.*\//, '')} is given ${ids.length} times: ${[...ids].sort().join(', ')}.`,
    );
}
