import type { ScanState } from './scan-state.ts';

/** How a scan stands that was never asked for. */
export const NO_SCAN: ScanState = {
  state: 'idle',
  repository: null,
  phase: null,
  commits: 0,
  total: null,
  startedAt: null,
  finishedAt: null,
  summary: null,
  said: null,
  error: null,
};
