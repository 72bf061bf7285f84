import { byMeasure } from './by-measure.ts';
import type { Deed } from './deed.ts';
import { DEEDS } from './deeds/index.ts';
import { ENTER } from './guard.ts';
import type { Question, StandingQuestion } from './question.ts';
import { QUESTIONS } from './questions/index.ts';

/** What can be looked at: what the server was started on, and the generated team. */
export const PLACES = ['here', 'demo'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Where the state of a scan is told, as server-sent events. */
export const PROGRESS = 'scan/progress';
export const OPENAPI = '/api/openapi.json';

export type AnyQuestion = Question | StandingQuestion;

/** A route: all of its path is fixed, nothing of it is a pattern. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly kind: 'question' | 'deed' | 'progress' | 'openapi' | 'enter';
  /** Null where it is about none. */
  readonly place: PlaceName | null;
  /** Of a question or deed: its key in the index. */
  readonly name: string;
}

/** Every question by its path; `measure/:measure` and its like as one path for each measure. */
export const ALL_QUESTIONS: ReadonlyMap<string, AnyQuestion> = new Map(
  Object.entries(QUESTIONS as Readonly<Record<string, AnyQuestion>>).flatMap(
    ([path, question]): readonly (readonly [string, AnyQuestion])[] =>
      path.includes(':measure') && 'answerFrom' in question ? byMeasure(path, question) : [[path, question]],
  ),
);

export const ALL_DEEDS: ReadonlyMap<string, Deed> = new Map(Object.entries(DEEDS as Readonly<Record<string, Deed>>));

/** Everything the server answers besides the page and its files. */
export const ROUTES: readonly Route[] = [
  { method: 'POST', path: ENTER, kind: 'enter', place: null, name: 'enter' },
  { method: 'GET', path: OPENAPI, kind: 'openapi', place: null, name: 'openapi.json' },
  ...PLACES.flatMap((place): Route[] => {
    const at = (method: Route['method'], kind: Route['kind'], name: string): Route => {
      return { method, path: `/api/${place}/${name}`, kind, place, name };
    };
    return [
      ...[...ALL_QUESTIONS.keys()].map((name) => at('GET', 'question', name)),
      ...[...ALL_DEEDS.keys()].map((name) => at('POST', 'deed', name)),
      at('GET', 'progress', PROGRESS),
    ];
  }),
];
