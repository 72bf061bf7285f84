import { numberOfName } from '../../documents/record-number.ts';
import type { DecisionEntry } from './standing.ts';
import { circling, resolvedLog, successors } from './succession.ts';

/**
 * What is wrong with a log as a whole, a sentence each: numbers given twice, links that one side alone tells, that lead nowhere, to
 * itself, in a circle, or to what was decided against.
 */
export function logNotes(entries: readonly DecisionEntry[]): string[] {
  const resolved = resolvedLog(entries);
  const byPath = new Map(resolved.map((one) => [one.path, one]));
  const oneSided = resolved.flatMap(({ path, supersedes, supersededBy }) => [
    ...supersedes.flatMap(({ path: older, text, name }) => {
      if (older === null && name === nameOf(path)) return [`${path} says that it supersedes itself.`];
      if (older === null) return [`${path} supersedes ${text}, which is not there.`];
      return byPath.get(older)?.supersededBy.some((link) => link.path === path) === true
        ? []
        : [`${path} supersedes ${older}, which does not say so.`];
    }),
    ...supersededBy.flatMap(({ path: newer, text, name }) => {
      if (newer === null && name === nameOf(path)) return [`${path} says that it supersedes itself.`];
      if (newer === null) return [`${path} is superseded by ${text}, which is not there.`];
      return byPath.get(newer)?.supersedes.some((link) => link.path === path) === true
        ? []
        : [`${path} is superseded by ${newer}, which does not say so.`];
    }),
  ]);
  const after = successors(resolved);
  const circle = circling(after);
  const circles =
    circle.length === 0 ? [] : [`In a circle, so that none is known to be in force: ${circle.join(', ')}.`];
  const notes = new Set([...twice(entries), ...oneSided, ...circles, ...forNothing(entries, after)]);
  return [...notes].sort();
}

/** Those whose place was taken by what was then decided against. */
function forNothing(entries: readonly DecisionEntry[], after: ReturnType<typeof successors>): string[] {
  const statusOf = new Map(entries.map(({ id, status }) => [`${id}.md`, status]));
  return entries.flatMap(({ id, status }) => {
    const newer = [...(after.get(`${id}.md`) ?? [])];
    const isGone = (path: string) => statusOf.get(path) === 'rejected' || statusOf.get(path) === 'abandoned';
    if (status !== 'superseded' || newer.length === 0 || !newer.every(isGone)) return [];
    return [
      `${id}.md is superseded by ${newer.map((path) => `${path}, which was ${statusOf.get(path)}`).join(', and by ')}: none of them is in force.`,
    ];
  });
}

const nameOf = (path: string): string => path.replace(/^.*\//, '');

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
