import { z } from 'zod';
import { openEvidence } from '../../app/evidence.ts';
import { openedEvidenceSchema } from '../../domain/explanation.ts';
import { parsePiece } from '../../domain/piece.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Pieces of evidence, opened: what each is called, when it was, and where the forge shows it. */
export const evidenceQuestion = question({
  summary: 'Pieces of evidence, opened',
  query: asked.extend({
    /** Each `kind:repository:id`, as `printPiece` writes it. */
    piece: z
      .union([z.string().max(6000), z.array(z.string().max(6000)).max(60)])
      .transform((given) => [given].flat().flatMap((text) => parsePiece(text) ?? [])),
  }),
  answer: z.object({ evidence: z.array(openedEvidenceSchema) }),
  answerFrom: async ({ opened, query }) => ({ evidence: await openEvidence(opened.facts, query.piece) }),
});
