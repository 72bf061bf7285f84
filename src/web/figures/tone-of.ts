/** Orange where a measure counts what waits on one person, blue where it counts what others can; else neither. */
const TONES: Readonly<Record<string, 'alone' | 'others'>> = {
  gate: 'alone',
  'known-to-one': 'alone',
  'routine-approvals': 'alone',
  autonomy: 'others',
};

export const toneOf = (measure: string): 'alone' | 'others' | 'accent' => TONES[measure] ?? 'accent';
