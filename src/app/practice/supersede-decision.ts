import type { DecisionAnswer } from '../../domain/decisions.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import type { RecordChanges } from '../../domain/records/entry.ts';
import { type DecisionEntry, decisionStanding } from '../../records/decisions/standing.ts';
import { isSucceededBy, resolvedLog, successors } from '../../records/decisions/succession.ts';
import { editRecord } from '../../records/record-file.ts';
import { answer, decisionsOf, newDecision } from './decide.ts';
import type { PracticePlace } from './practice-place.ts';

export interface Superseding {
  /** The decision that takes its place: its name. */
  readonly by: string | undefined;
  /** Or the title of a new one, which is written as a proposal. */
  readonly title: string | undefined;
}

/**
 * Puts one decision in the place of another, and has both files say so, each in its own dialect: both or neither. The newer is written
 * first; if the older cannot be, the newer gets its text back. Done again, it mends a link that one side alone tells.
 */
export async function supersedeDecision(
  at: PracticePlace,
  name: string,
  { by, title }: Superseding,
): Promise<DecisionAnswer> {
  const { practice, records, today } = await decisionsOf(at);
  const older = await records.get(name);
  const { state } = decisionStanding(older, today);
  if (state === 'rejected' || state === 'abandoned') {
    throw new FortnightError('wrong-state', `${older.id} is ${state}: there is nothing to take the place of.`, {
      hint: `See it: fortnight decide show ${older.id}`,
      exitCode: EXIT.usage,
    });
  }
  // What cannot be written in the older file is known before a new one is begun.
  editRecord(decisionKind, older, { fields: { status: 'superseded', 'superseded-by': 'another.md' } });
  const newer = await records.get(by ?? (await begun(at, title)));
  if (newer.id === older.id) {
    throw new FortnightError('usage', 'A decision does not take its own place.', {
      hint: 'Name another one with --by, or a new one with --title.',
      exitCode: EXIT.usage,
    });
  }
  const now = decisionStanding(newer, today).state;
  if (now === 'rejected' || now === 'abandoned') {
    throw new FortnightError('wrong-state', `${newer.id} is ${now}: it takes the place of nothing.`, {
      hint: `Put it back on the table first: fortnight decide propose ${newer.id} --because "…"`,
      exitCode: EXIT.usage,
    });
  }
  if (isSucceededBy(successors(resolvedLog(await records.list())), `${newer.id}.md`, `${older.id}.md`)) {
    throw new FortnightError('circle', `${older.id} took the place of ${newer.id}: they would supersede one another.`, {
      hint: `See it: fortnight decide show ${older.id}`,
      exitCode: EXIT.usage,
    });
  }
  const says: Changes = {
    fields: { supersedes: unique([...(newer.fields.supersedes ?? []), linkFrom(newer, older)]) },
  };
  const said: Changes = { fields: { status: 'superseded', 'superseded-by': linkFrom(older, newer) } };
  // Both texts are made before either is written.
  editRecord(decisionKind, newer, says);
  editRecord(decisionKind, older, said);
  const written = await records.save(newer, says);
  try {
    const after = await records.save(older, said);
    const isSame = after.text === older.text && written.text === newer.text;
    return answer(isSame ? 'same' : 'changed', after, today, { other: written });
  } catch (error) {
    if (written.text !== newer.text)
      await (await practice.folder(decisionKind)).folder.replace(`${newer.id}.md`, newer.text, written.version);
    throw error;
  }
}

type Changes = RecordChanges<typeof decisionKind>;

async function begun(at: PracticePlace, title: string | undefined): Promise<string> {
  if (title === undefined) {
    throw new FortnightError('usage', 'What takes its place?', {
      hint: 'Name a decision with --by NAME, or begin one with --title "…".',
      exitCode: EXIT.usage,
    });
  }
  const begin = { title, fields: {}, sections: {}, answers: {}, assumptions: [], options: [], isDraft: false };
  return (await newDecision(at, begin)).decision.record.id;
}

/** The path of one record's file from the folder of another's. */
function linkFrom(from: DecisionEntry, to: DecisionEntry): string {
  const here = from.id.split('/').slice(0, -1);
  const there = `${to.id}.md`.split('/');
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => '..'), ...there].join('/');
}

/** Each file once, however it is linked. */
function unique(files: readonly string[]): string[] {
  const nameOf = (file: string) => file.replace(/^.*\//, '');
  return files.filter((file, n) => files.findIndex((other) => nameOf(other) === nameOf(file)) === n);
}
