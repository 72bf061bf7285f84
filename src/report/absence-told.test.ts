import { describe, expect, it } from 'vitest';
import { toldAbsence } from '../../test/told-absence.ts';
import type { Absence } from '../domain/absence.ts';
import { type AbsenceTold, absenceToldSchema } from '../domain/absence-told.ts';
import { people } from '../domain/report.ts';
import { absencePage } from './absence.ts';
import { tellAbsence } from './absence-told.ts';

const absenceOf = (lines: readonly string[], more: Partial<Absence> = {}): Absence =>
  toldAbsence(['day 0: Ada active', ...lines], { more });

const GATED = ['days 0-399/2: Bo > Ada core', 'days 1-399/2: Cy > Ada docs', 'days 3-399/9: guest > Ada core'];
const SHARED = ['days 0-399/2: Bo > Cy core', 'days 1-399/2: Cy > Bo core', 'days 5-399/50: Ada > Bo core'];
const SILENT = [
  ...['days 0-299/1: Ada lands docs', 'days 0-299/1: Bo > Ada core', 'days 300-319/4: Bo lands core'],
  ...['days 320-399/1: Ada lands docs', 'days 320-399/1: Bo > Ada core'],
];
const told = (lines: readonly string[], more: Partial<Absence> = {}): AbsenceTold =>
  absenceToldSchema.parse(tellAbsence(absenceOf(lines, more)));

describe('the answer in one sentence', () => {
  it('begins with a word that commits to no more than the evidence, and has its interval', () => {
    expect(told(GATED).headline).toBe("Doubtful: 100% (94–100%) of teammates' last 63 changes depend on Ada.");
  });
  it('says that nothing speaks against it where others land and know everything', () => {
    expect(told(SHARED).headline).toBe(
      "Nothing that git shows speaks against it: 0% (0–6%) of teammates' last 56 changes depend on Ada.",
    );
  });
  it('says which areas worry where little passes through', () => {
    const lines = [...SHARED, 'days 300-399/20: Ada lands lonely'];
    expect(told(lines).headline).toBe(
      "Not everywhere: 0% (0–6%) of teammates' last 56 changes depend on Ada, and in 1 of 2 areas nobody else who is active lands.",
    );
  });
  it('tells nothing from too little', () => {
    const { headline, sure, needed, outcome } = told(['day 390: Bo > Ada core']);
    expect(headline).toBe('Not enough evidence to tell.');
    expect(sure.level).toBe('none');
    expect(needed).not.toEqual([]);
    expect(outcome).toBeNull();
  });
});

describe('what to do first', () => {
  const said = ({ first }: AbsenceTold) => [first.kind, first.text.map(({ text }) => text).join('')];
  it('is the move that removes most, with what it would have changed', () => {
    const one = told(GATED);
    expect(said(one)).toEqual(['move', one.moves.moves[0]?.text.map(({ text }) => text).join('')]);
    expect(one.first.effect).toMatch(
      /^Had it been so for the last half year, D would have been 0\.\d\d instead of 1\.00\.$/,
    );
  });
  it('is better evidence where landing is hidden', () => {
    expect(said(told(['days 0-399/2: Bo > ? core']))).toEqual([
      'evidence',
      'Look up on the forge who else may land changes, and say who does meanwhile.',
    ]);
  });
  it('is nothing where nothing depends', () => {
    expect(said(told(SHARED))[0]).toBe('nothing');
  });
});

describe('the commands to go on with', () => {
  it('carry who is away only where it is not the lead, as a shell takes it, and limits only where they are others', () => {
    expect(told(GATED).commands).toEqual({
      handover: 'fortnight handover --from 2024-03-12 --days 14',
      keep: 'fortnight moves keep',
      check: 'fortnight moves check',
    });
    const { commands } = told(GATED, { isLead: false, away: people(["O'Hara $(x)"]), days: 5 });
    expect(commands.handover).toBe(`fortnight handover --from 2024-03-12 --days 5 --person 'O'\\''Hara $(x)'`);
  });
});

describe('where most depends', () => {
  it('puts areas first that depend most, and what is outside any area last', () => {
    const { where } = told([...GATED, 'days 0-399/1: Bo > Ada ']);
    expect(where.map(({ area }) => area)).toEqual(['core', 'docs', null]);
    expect(where.at(-1)?.label).toBe('outside any area');
  });
});

/** Every text of a page, however it is laid out. */
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value) && value.every((part) => typeof part === 'string' || (part !== null && 'tone' in part))
      ? [value.map((part: string | { text: string }) => (typeof part === 'string' ? part : part.text)).join('')]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];

describe('page and terminal', () => {
  it.each([
    ['gated', GATED],
    ['shared', SHARED],
    ['silent', SILENT],
    ['hidden', ['days 0-399/2: Bo > ? core']],
  ])('say the same: %s', (_, lines) => {
    const absence = absenceOf(lines);
    const one = tellAbsence(absence);
    const terminal = [
      ...texts(absencePage(absence, 'all', true)),
      ...texts(absencePage(absence, 'overview', true)),
    ].join('\n');
    const sentences = [
      ...one.seen,
      ...[one.deputy, one.silent, one.likeThat, one.past.leftOut, one.again.supposed, one.again.caution].filter(
        (text) => text !== null,
      ),
      ...one.needed,
      ...(one.outcome === null
        ? []
        : [one.outcome.seen, ...one.outcome.own, ...one.outcome.limits, ...Object.values(one.outcome.deputy)]),
      ...[one.past.text, one.again.text, one.again.title, one.moves.title],
      ...one.past.absences.flatMap(({ sentences: all, kind, work }) => [...all, kind, work]),
      ...one.deputies.map(({ text }) => text),
      ...[one.alone.areas.text, one.alone.branches.text, one.alone.own.text, one.alone.decisions.text],
      ...one.alone.grounds,
      ...one.moves.remarks,
    ];
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => !terminal.includes(sentence))).toEqual([]);
  });
});
