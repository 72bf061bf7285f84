import { journalCalibration } from '../../app/practice/journal.ts';
import { journalCalibrationSchema } from '../../domain/journal-calibration.ts';
import { practiceQuestion } from '../practice-question.ts';

/** How often the claims of the journal hold, beside how sure their author was. */
export const journalQuestion = practiceQuestion({
  summary: 'How often the lead’s own claims hold',
  query: {},
  told: journalCalibrationSchema,
  tell: ({ at }) => journalCalibration(at),
});
