import type { MeasureParameter } from '../domain/measure.ts';
import { AWAY_DAYS, PRESENCE } from './fragments.ts';
import { KNOWLEDGE, KNOWLEDGE_FORMULA, KNOWLEDGE_PARAMETERS } from './knowledge.ts';

/** Settings of {@link HOLDERS}. */
export const HOLDER_PARAMETERS: readonly MeasureParameter[] = [
  ...KNOWLEDGE_PARAMETERS,
  {
    name: 'floor',
    default: 0.5,
    min: 0,
    max: 1000,
    doc: 'Least living knowledge that counts as knowing an area; 0.5 is one change authored a half-life ago.',
  },
  {
    name: 'fraction',
    default: 0.1,
    min: 0,
    max: 1,
    doc: 'Least part of the largest living knowledge of the area that counts as knowing it.',
  },
];

/** The formula of {@link HOLDERS} in words. */
export const HOLDER_FORMULA =
  `${KNOWLEDGE_FORMULA} A person knows an area with at least the floor of it and at least the given fraction of the ` +
  `largest there. Active: seen (authoring, committing, landing, reviewing) in the last ${AWAY_DAYS} days, or away no ` +
  'longer than nine in ten of their own pauses.';

/**
 * `presence`, `knowledge`, and `holders`: who holds at least `$fraction` of the largest living knowledge of an area;
 * `is_living`: it also reaches `$floor`; `is_active`: they are still around.
 */
export const HOLDERS = `${PRESENCE}, ${KNOWLEDGE},
holders AS (
  SELECT k.repository, k.area, k.person, n.name, k.knowledge >= $floor AS is_living, coalesce(p.is_active, false) AS is_active
  FROM (SELECT *, max(knowledge) OVER (PARTITION BY repository, area) AS most FROM knowledge) k
  JOIN people n ON n.person = k.person
  LEFT JOIN presence p ON p.person = k.person
  WHERE k.knowledge > 0 AND k.knowledge >= $fraction * k.most
)`;
