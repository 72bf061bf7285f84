import { configurationUndo } from '../../app/configuration-undo.ts';
import { whereToWrite } from '../../app/people-page.ts';
import { configurationPlaceSchema } from '../../domain/configuration-edit.ts';
import { asked } from '../asked.ts';
import { standingQuestion } from '../question.ts';

/** Where an edit of people would be written, or why nowhere, and which edit can be taken back. */
export const peopleConfigurationQuestion = standingQuestion({
  summary: 'Where an edit of people is written, and which one can be taken back',
  query: asked,
  answer: configurationPlaceSchema,
  answerNow: async ({ session, query }) => ({
    ...(await session.ask(query, async (opened) => whereToWrite(session, opened))),
    undo: configurationUndo(session).latest,
  }),
});
