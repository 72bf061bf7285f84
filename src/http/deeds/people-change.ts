import { z } from 'zod';
import { makeChange, previewChange } from '../../app/configuration-edit.ts';
import { configurationUndo } from '../../app/configuration-undo.ts';
import { configurationEditSchema } from '../../domain/configuration-edit.ts';
import { asked } from '../asked.ts';
import { deed } from '../deed.ts';

const who = z.string().min(1).max(400);

/** A change of people: two are one, an identity is a person of its own, somebody leads. */
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('join'), people: z.tuple([who, who]) }),
  z.strictObject({ kind: z.literal('split'), identity: who }),
  z.strictObject({ kind: z.literal('lead'), person: who }),
]);

/** Shows what a change would do; with the proof of what was shown, writes it to fortnight.yml of the repository. */
export const peopleChangeDeed = deed({
  summary: 'Join two people, split an identity or name the lead: shown first, written with the proof of what was shown',
  body: z.strictObject({ ...asked.shape, change, proof: z.string().max(100).nullable().default(null) }),
  answer: configurationEditSchema,
  async do({ session, effects, body: { change: wanted, proof, since, until, lead } }) {
    const { request } = session;
    const given = { since: since ?? request.since, until: until ?? request.until, lead: lead ?? request.lead };
    const place = { effects, request: { ...request, ...given } };
    const edit = await session.ask({ since, until, lead }, (opened) =>
      proof === null
        ? previewChange(place, opened, wanted)
        : makeChange(place, opened, wanted, proof, configurationUndo(session)),
    );
    if (edit.isWritten) await session.reopen();
    return edit;
  },
});
