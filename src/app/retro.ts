import { dayOf, startOf } from '../absence/calendar.ts';
import { findAbsences } from '../absence/find-absences.ts';
import { readTitles } from '../absence/handover/evidence.ts';
import { lastAbsence, lookBack, type Span } from '../absence/handover/retro.ts';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { PlanOutcome, RetroAnswer } from '../domain/retro.ts';
import { calendarDay, listed } from '../domain/words.ts';
import { readChecklist } from '../report/checklist-file.ts';
import { itemText } from '../report/checklist-item.ts';
import { whoIsAway } from './away.ts';
import { parseMoment } from './moment.ts';
import type { Opened } from './open.ts';
import { openOwnFile } from './own-file.ts';
import { leadSentence } from './setting.ts';

export interface RetroRequest {
  /** As written; null: the last absence found in the history. */
  readonly from: string | null;
  readonly days: number;
  readonly persons: readonly string[];
  /** File of the plan; null: none. */
  readonly plan: string | null;
}

/** What happened around an absence, and what became of its plan. */
export async function makeRetro(
  opened: Opened,
  effects: Pick<Effects, 'now' | 'cwd'>,
  { from, days, persons, plan: file }: RetroRequest,
): Promise<RetroAnswer> {
  const { facts, setting, workspace } = opened;
  const { history, person, names, moment, isLead } = await whoIsAway(opened, persons);
  const { span, found } =
    from === null
      ? lastAbsence(history, person)
      : { span: askedSpan(from, days, effects.now(), moment), found: findAbsences(history) };
  if (span === null) {
    const reason = `No absence of ten or more working days from which ${listed(names)} came back is found before ${calendarDay(moment)}. Ask about days of your own: fortnight retro --from DATE --days N.`;
    return { retro: null, reason };
  }
  const locations = workspace.repositories.map(({ location }) => location);
  const retro = lookBack({
    history,
    person,
    names,
    repositories: setting.repositories,
    notes: [...(isLead ? [leadSentence(setting.lead)] : []), ...setting.notes],
    titles: await readTitles(facts.query, startOf(span.from), moment),
    span,
    found,
  });
  const plan = file === null ? null : outcomeOfPlan(file, (await openOwnFile(file, effects, locations)).text);
  return {
    retro: { ...retro, plan },
    reason: span.basis === 'found' ? 'The last absence found.' : 'The days asked about.',
  };
}

/** Days somebody asked about, as far as the history goes. */
function askedSpan(text: string, days: number, now: number, moment: number): Span {
  const from = dayOf(parseMoment(text, now, 'from'));
  if (startOf(from) >= moment) {
    throw new FortnightError('not-yet', `The history ends on ${calendarDay(moment)}, before the absence begins.`, {
      hint: 'Look back when some of it is over.',
      exitCode: EXIT.usage,
    });
  }
  const to = from + days;
  return { basis: 'asked', from, to: startOf(to) <= moment ? to : null };
}

/** Which lines of a plan are ticked, and which are still open; a person's own lines count too. */
function outcomeOfPlan(file: string, text: string | null): PlanOutcome {
  if (text === null) {
    throw new FortnightError('no-plan', `There is no ${file}.`, {
      hint: 'Name the file of the plan.',
      exitCode: EXIT.usage,
    });
  }
  const items = readChecklist(text).lines.flatMap(({ content }) => itemText(content) ?? []);
  return {
    file,
    ticked: items.filter(({ isTicked }) => isTicked).length,
    open: items.filter(({ isTicked }) => !isTicked).map((item) => ({ text: item.text })),
  };
}
