import type { z } from 'zod';
import { type ToldAbsence, toldAbsenceSchema } from '../domain/absence-told.ts';
import type { Effects } from '../domain/effects.ts';
import { explanationSchema, openedEvidenceSchema } from '../domain/explanation.ts';
import { flowSchema } from '../domain/flow.ts';
import type { HtmlReport } from '../domain/html-report.ts';
import { knowledgeMapSchema } from '../domain/knowledge-map.ts';
import type { Evidence } from '../domain/report.ts';
import { scorecardViewSchema } from '../domain/scorecard-view.ts';
import { vocabularyOf } from '../domain/vocabulary.ts';
import { weeksSchema } from '../domain/weeks.ts';
import { type AbsenceRequest, absence } from './absence.ts';
import { openEvidence } from './evidence.ts';
import { explain } from './explain.ts';
import { flow } from './flow.ts';
import { hideNames as withoutNames } from './hide-names.ts';
import { knowledgeMap } from './knowledge-map.ts';
import { maskOf } from './mask-of.ts';
import { measures } from './measures.ts';
import type { Opened } from './open.ts';
import { pages } from './pages.ts';
import { scorecardView } from './scorecard-view.ts';
import { VERSION } from './version.ts';
import { weeks } from './weeks.ts';

/** All of the past. */
const ALL_WEEKS = 3200;

/**
 * Everything the page would show of one absence, gathered for one file. `everything`: all evidence of each figure, not
 * only the newest pieces. `hideNames`: as the page does it for whoever looks on.
 */
export async function htmlReport(
  opened: Opened,
  effects: Effects,
  asked: AbsenceRequest,
  { everything, hideNames }: { readonly everything: boolean; readonly hideNames: boolean },
): Promise<HtmlReport> {
  const { facts, setting } = opened;
  const found = await absence(opened, effects, asked);
  const told: ToldAbsence = { ...found, told: pages.absenceTold(found) };
  const taken = [];
  for (const measure of measures) taken.push(await explain(facts, setting, measure, { everything }));
  const { folders: _, ...knowledge } = await knowledgeMap(facts, setting);
  const report = {
    version: VERSION,
    madeAt: effects.now(),
    absence: told,
    weeks: await weeks(opened, effects, { persons: asked.persons, from: asked.from, back: ALL_WEEKS }),
    scorecard: await scorecardView(facts, setting, measures),
    measures: taken,
    flow: await flow(facts, setting, null),
    knowledge,
  };
  const evidence = await openEvidence(facts, evidenceIn(report));
  if (!hideNames) return { ...report, evidence, hidesNames: false };
  const mask = await maskOf(opened);
  const hidden = <T>(part: T, schema: z.ZodType): T => withoutNames(part, mask, vocabularyOf(schema)) as T;
  return {
    ...report,
    absence: hidden(report.absence, toldAbsenceSchema),
    weeks: hidden(report.weeks, weeksSchema),
    scorecard: hidden(report.scorecard, scorecardViewSchema),
    measures: report.measures.map((one) => hidden(one, explanationSchema)),
    flow: hidden(report.flow, flowSchema),
    knowledge: hidden(report.knowledge, knowledgeMapSchema),
    evidence: evidence.map((one) => hidden(one, openedEvidenceSchema)),
    hidesNames: true,
  };
}

/** Every piece of evidence anywhere in an answer, once: those that stand opened already are not asked for again. */
function evidenceIn(answer: unknown): Evidence[] {
  const found = new Map<string, Evidence>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isEvidence(value)) found.set(`${value.kind}\0${value.repository}\0${value.id}`, value);
    else for (const part of Object.values(value)) walk(part);
  };
  walk(answer);
  return [...found.values()].map(({ kind, repository, id }) => ({ kind, repository, id }));
}

const isEvidence = (value: object): value is Evidence =>
  'kind' in value && 'repository' in value && 'id' in value && typeof value.id === 'string';
