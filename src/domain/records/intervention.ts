import { day, line, lines, oneOf } from './fields.ts';
import { recordKind } from './kind.ts';

/** Something that looked wrong to the lead, and whether they stepped in. */
export const interventionKind = recordKind({
  id: 'intervention',
  command: 'intervene',
  one: 'intervention',
  many: 'interventions',
  summary: 'what kind of wrong is this: survivable, so say nothing, or destructive, so step in',
  meaning:
    'A moment in which something looked wrong. Survivable: tests find it, a refactoring mends it, it teaches. Destructive: a security hole, corrupted data, a design that locks the team in. Later: what came of it. It is about the lead’s own judgement, never about whoever wrote it.',
  visibility: 'private',
  folder: 'interventions',
  fields: {
    status: oneOf(['open', 'settled'], 'Whether what came of it is known.'),
    wrong: oneOf(['survivable', 'destructive'], 'What kind of wrong it is.'),
    did: oneOf(['said', 'held-back'], 'Whether the lead stepped in.'),
    repository: line('The repository it is about.'),
    about: lines('Changes or paths it is about.'),
    on: day('When.'),
    'check-on': day('When to look at what came of it.'),
    outcome: oneOf(['harmless', 'taught', 'cost', 'damage', 'unknowable'], 'What came of it.'),
    closed: day('When that was known.'),
  },
  capture: ['wrong', 'did'],
  states: [
    { word: 'open', doc: 'What came of it is not known yet.', isOpen: true },
    { word: 'settled', doc: 'What came of it is known.', isOpen: false },
  ],
  days: [{ key: 'check-on', asks: 'say what came of it' }],
  sections: [{ heading: 'What happened', prompt: 'What looked wrong, and what did you do or leave?' }],
});
