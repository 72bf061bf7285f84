import type { Lead, Setting } from '../src/domain/setting.ts';
import type { Row } from '../src/domain/tables.ts';
import { WINDOW } from './ask.ts';

/** Somebody who was named as the lead. */
export const leadOf = (person: string, name = person): Lead => ({
  person,
  name,
  basis: 'given',
  reason: 'Named by --lead.',
  isClose: false,
});
export const NO_LEAD: Lead = { person: null, name: null, basis: 'nobody', reason: 'Nobody.', isClose: false };

/** What is asked about: `repo`, {@link WINDOW} and the lead `ada` unless told otherwise. */
export function settingOf(more: Partial<Setting> = {}): Setting {
  return { repositories: ['repo'], window: WINDOW, lead: leadOf('ada'), isPartial: false, notes: [], ...more };
}

/** A whole clone of which nothing is known unless told. */
export function repositoryRow(more: Partial<Row<'repositories'>> = {}): Row<'repositories'> {
  return {
    repository: 'repo',
    head_id: null,
    head_time: null,
    first_time: null,
    is_shallow: false,
    is_partial: false,
    forge_url: null,
    ...more,
  };
}
