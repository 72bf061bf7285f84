import type { Absence } from '../domain/absence.ts';
import type { AbsenceTold } from '../domain/absence-told.ts';
import { shellWord } from '../domain/shell-word.ts';
import { calendarDay, listed } from '../domain/words.ts';
import { absenceSureness, firstStep, headlineSentence } from './absence-headline.ts';
import { tellAlone } from './absence-told-alone.ts';
import { tellOutcome } from './absence-told-outcome.ts';
import { tellPast } from './absence-told-past.ts';
import { tellWhere } from './absence-told-where.ts';
import { absenceHeadParts, cautionSentence, likeThatSentence, WAY_WORDS } from './absence-words.ts';
import { neededEvidence } from './band-words.ts';
import { deputyWords } from './deputies.ts';
import { learningWords, moveSentence } from './move-words.ts';
import { findingSentences, movesAnswer, movesRemarks, movesSureness, movesTitle, value, weekly } from './moves.ts';
import { piecesOf } from './pieces.ts';
import { REPLAY_CAUTION, replaySentence, replaySupposes, replayTitle } from './replay.ts';

/** An absence told in words, sentence by sentence, for surfaces that lay it out themselves. The terminal says the same. */
export function tellAbsence(absence: Absence): AbsenceTold {
  const { outcome, deputies, replay } = absence;
  const who = listed(absence.away.people);
  const first = firstStep(absence);
  return {
    who,
    headline: headlineSentence(absence),
    sure: absenceSureness(absence),
    ...absenceHeadParts(absence),
    caution: cautionSentence(absence),
    likeThat: outcome.verdict === 'none' ? null : likeThatSentence(outcome),
    needed: outcome.verdict === 'none' ? [...neededEvidence(outcome)] : [],
    first: { ...first, text: piecesOf(first.text) },
    ways: { none: WAY_WORDS.none(who), some: WAY_WORDS.some(who), others: WAY_WORDS.others(who) },
    where: tellWhere(absence),
    outcome: outcome.verdict === 'none' ? null : tellOutcome(outcome, who),
    past: tellPast(absence.past),
    alone: tellAlone(absence),
    deputies: deputies.repositories.map((row) => ({
      repository: row.repository,
      text: deputyWords(row, deputies),
      evidence: row.evidence,
      evidenceTotal: row.evidenceTotal,
    })),
    again: {
      title: replayTitle(replay),
      text: replaySentence(replay),
      supposed: replay.answer === null ? null : replaySupposes(replay.assumptions),
      caution: replay.answer === null ? null : REPLAY_CAUTION,
    },
    moves: tellMoves(absence.moves),
    commands: commandsFor(absence),
  };
}

function tellMoves(plan: Absence['moves']): AbsenceTold['moves'] {
  const several = plan.repositories.length > 1;
  const level = movesSureness(plan);
  const remarks = plan.moves.length === 0 ? [] : movesRemarks(plan);
  const text = piecesOf(movesAnswer(plan));
  return {
    title: movesTitle(plan),
    text,
    // Its last remark says what stands behind the figures; without a move the answer does.
    sure: { level, because: remarks.at(-1) ?? text.map((piece) => piece.text).join('') },
    moves: plan.moves.map((move) => ({
      text: piecesOf(moveSentence(move, plan.away, several)),
      learns: learningWords(move) || null,
      weekly: weekly(move),
      after: value(move.after),
    })),
    findings: findingSentences(plan).map(piecesOf),
    remarks,
  };
}

/** What to type to go on, for the people, the days and the limits asked about. */
function commandsFor({ isLead, away, from, days, moves }: Absence): AbsenceTold['commands'] {
  const persons = isLead ? [] : away.people.map((name) => `--person ${shellWord(name)}`);
  const limits = [
    ...(moves.target === 0.2 ? [] : [`--target ${moves.target}`]),
    ...(moves.load === 2 ? [] : [`--load ${moves.load}`]),
  ];
  return {
    handover: ['fortnight handover', `--from ${calendarDay(from)}`, `--days ${days}`, ...persons].join(' '),
    keep: ['fortnight moves keep', ...persons, ...limits].join(' '),
    check: 'fortnight moves check',
  };
}
