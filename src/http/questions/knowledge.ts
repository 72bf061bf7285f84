import { knowledgeMap } from '../../app/knowledge-map.ts';
import { knowledgeMapSchema } from '../../domain/knowledge-map.ts';
import { asked } from '../asked.ts';
import { question } from '../question.ts';

/** The map of knowledge: who knows which area and which file. */
export const knowledgeQuestion = question({
  summary: 'Who knows which area and which file of the head',
  query: asked,
  answer: knowledgeMapSchema,
  answerFrom: ({ opened }) => knowledgeMap(opened.facts, opened.setting),
});
