import type { DelegationCalendar } from '../../domain/delegations.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { delegationKind } from '../../domain/records/delegation.ts';
import { tellDelegation } from '../../records/delegations/tell.ts';
import { DELEGATIONS_ID, isOurCalendar } from '../../report/calendar.ts';
import { delegationCalendar } from '../../report/delegation-calendar.ts';
import type { Place } from '../open.ts';
import { openOwnFile, writeOwnFile } from '../own-file.ts';
import { isInside } from '../real-place.ts';
import { openPractice } from './open-practice.ts';

type At = Pick<Place, 'effects' | 'request'>;

/** Check-ins and due days of what is open, as a fresh calendar file (iCalendar). */
export async function delegationCalendarText(at: At): Promise<string> {
  const { delegations, today } = await toldAt(at);
  return delegationCalendar(delegations, null, { stamp: at.effects.now(), today }).text;
}

/**
 * Writes the calendar, in the place of an earlier one of ours: what changed counts up, what is gone is called off. Refuses a
 * file that is none of ours, and a place inside a repository: who was given what is private.
 */
export async function writeDelegationCalendar(at: At, output: string): Promise<DelegationCalendar> {
  const { effects } = at;
  const { delegations, today, repositories } = await toldAt(at);
  const file = await openOwnFile(output, effects, repositories);
  const holder = repositories.find(({ workTree }) => workTree !== null && isInside(file.directory, workTree));
  if (holder !== undefined) {
    throw refuse(
      'inside-repository',
      `${output} lies inside the repository ${holder.name}, and who was given what is private.`,
      'Choose a place outside of it.',
    );
  }
  if (file.text !== null && file.text.trim() !== '' && !isOurCalendar(file.text, DELEGATIONS_ID)) {
    throw refuse(
      'foreign-file',
      `${output} is no calendar of delegations, and was left as it is.`,
      'Choose another name.',
    );
  }
  const { text, ...counts } = delegationCalendar(delegations, file.text, { stamp: effects.now(), today });
  if (text !== file.text && !(await writeOwnFile(file, text))) {
    throw new FortnightError('busy-file', `${output} is being changed meanwhile, and was left as it is.`, {
      hint: 'Save it, and try again.',
    });
  }
  return { file: output, ...counts };
}

async function toldAt(at: At) {
  const practice = await openPractice(at);
  const entries = await (await practice.records(delegationKind)).list();
  const { today, repositories } = practice;
  return { delegations: entries.map((entry) => tellDelegation(entry, today, null)), today, repositories };
}

const refuse = (code: string, message: string, hint: string) =>
  new FortnightError(code, message, { hint, exitCode: EXIT.usage });
