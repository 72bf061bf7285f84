import type { HandoverItem, Pointer } from '../../domain/handover.ts';
import { people } from '../../domain/report.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay } from '../../domain/words.ts';
import type { DecisionRecord } from './evidence.ts';
import type { HandoverInput } from './input.ts';

/** A proposal nobody touched for longer is not about to be decided. */
const ALIVE_DAYS = 365;

const isOpen = ({ status }: DecisionRecord): boolean => status === 'proposed' || status === 'draft';

/** Proposals to decide or to give away before leaving: those the person wrote first, then the last touched. */
export function decisionItems({ evidence, away, moment, history }: HandoverInput): readonly HandoverItem[] {
  const names = new Map(history.people.map(({ person, name }) => [person, name]));
  const isYours = ({ writtenBy }: DecisionRecord) => writtenBy.some((one) => away.includes(one));
  return evidence.decisions
    .filter((record) => isOpen(record) && (record.changedAt ?? moment) >= moment - ALIVE_DAYS * DAY)
    .sort((a, b) => Number(isYours(b)) - Number(isYours(a)))
    .map((record): HandoverItem => {
      const others = record.writtenBy.filter((one) => !away.includes(one)).flatMap((one) => names.get(one) ?? []);
      return {
        id: `decision/${record.repository}/${record.path}`,
        kind: 'decision',
        text: `Decide “${record.title}”, or say who decides it while you are away.`,
        because: `${statusWords(record)}.`,
        role: others.length === 0 ? '' : 'Also wrote it',
        who: people(others),
        evidence: [{ kind: 'file', repository: record.repository, id: record.path }],
        evidenceTotal: 1,
      };
    });
}

/** The newest decision records that name an area. */
export function decisionPointers(
  { evidence }: Pick<HandoverInput, 'evidence'>,
  repository: string,
  area: string,
  most: number,
): readonly Pointer[] {
  return evidence.decisions
    .filter((record) => record.repository === repository && record.areas.includes(area))
    .slice(0, most)
    .map((record) => ({
      title: record.title,
      note: record.status ?? '',
      evidence: { kind: 'file', repository, id: record.path },
    }));
}

function statusWords({ status, proposedAt }: DecisionRecord): string {
  const word = status === 'draft' ? 'A draft' : 'Proposed';
  return proposedAt === null ? word : `${word} since ${calendarDay(proposedAt)}`;
}
