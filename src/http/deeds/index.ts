import type { Deed } from '../deed.ts';
import { peopleChangeDeed } from './people-change.ts';
import { peopleUndoDeed } from './people-undo.ts';
import { scanCancelDeed } from './scan-cancel.ts';
import { scanStartDeed } from './scan-start.ts';

/** Everything the page can have done, by path: `POST /api/PLACE/<path>`. */
export const DEEDS = {
  'scan/start': scanStartDeed,
  'scan/cancel': scanCancelDeed,
  'people/change': peopleChangeDeed,
  'people/undo': peopleUndoDeed,
} as const satisfies Record<string, Deed>;

/** What the page knows of the server: types alone. */
export type Deeds = typeof DEEDS;
