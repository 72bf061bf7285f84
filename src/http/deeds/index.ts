import type { Deed } from '../deed.ts';
import { codingAnswerDeed } from './coding-answer.ts';
import { decisionActDeed } from './decision-act.ts';
import { delegationActDeed } from './delegation-act.ts';
import { delegationNewDeed } from './delegation-new.ts';
import { interventionSettleDeed } from './intervention-settle.ts';
import { journalLogDeed } from './journal-log.ts';
import { journalResolveDeed } from './journal-resolve.ts';
import { peopleChangeDeed } from './people-change.ts';
import { peopleUndoDeed } from './people-undo.ts';
import { recordNewDeed } from './record-new.ts';
import { recordSaveDeed } from './record-save.ts';
import { scanCancelDeed } from './scan-cancel.ts';
import { scanStartDeed } from './scan-start.ts';
import { weekDoneDeed } from './week-done.ts';

/** Everything the page can have done, by path: `POST /api/PLACE/<path>`. */
export const DEEDS = {
  'scan/start': scanStartDeed,
  'scan/cancel': scanCancelDeed,
  'people/change': peopleChangeDeed,
  'people/undo': peopleUndoDeed,
  'coding-answer': codingAnswerDeed,
  'journal-log': journalLogDeed,
  'journal-resolve': journalResolveDeed,
  'delegation-new': delegationNewDeed,
  'delegation-act': delegationActDeed,
  'week-done': weekDoneDeed,
  'decision-act': decisionActDeed,
  'intervention-settle': interventionSettleDeed,
  'record-new': recordNewDeed,
  'record-save': recordSaveDeed,
} as const satisfies Record<string, Deed>;

/** What the page knows of the server: types alone. */
export type Deeds = typeof DEEDS;
