import { peoplePage } from '../../app/people-page.ts';
import { peoplePageSchema } from '../../domain/configuration-edit.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** Everybody in alphabetical order: identities, the rule that joined them, who may be one person. No figures. */
export const peopleQuestion = question({
  summary: 'Who there is, why identities were joined, who else may be one person',
  query: asked,
  answer: peoplePageSchema,
  answerFrom: ({ opened }) => peoplePage(opened),
});
