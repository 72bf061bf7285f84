import { z } from 'zod';
import { configurationUndo } from '../../app/configuration-undo.ts';
import { undoableSchema } from '../../domain/configuration-edit.ts';
import { deed } from '../deed.ts';

/** Puts back what stood in fortnight.yml before an edit, byte for byte, unless somebody changed it since. */
export const peopleUndoDeed = deed({
  summary: 'Take an edit of fortnight.yml back',
  body: z.strictObject({ id: z.string().max(100) }),
  answer: undoableSchema,
  async do({ session, body }) {
    const undone = await configurationUndo(session).undo(body.id);
    await session.reopen();
    return undone;
  },
});
