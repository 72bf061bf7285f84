import { decisionDialect } from './decisions/dialect.ts';
import type { Dialect } from './dialect.ts';

/** By kind. */
export const DIALECTS: Readonly<Record<string, Dialect>> = { decision: decisionDialect };
