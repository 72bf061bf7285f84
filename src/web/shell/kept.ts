import { useState } from 'react';

/** A choice this browser keeps; one that keeps nothing has it for this visit. */
export function keptChoice<C extends string>(name: string, choices: readonly C[], usual: C): C {
  try {
    const kept = localStorage.getItem(name);
    return choices.find((choice) => choice === kept) ?? usual;
  } catch {
    return usual;
  }
}

/** The same, and a way to change it. */
export function useKept<C extends string>(
  name: string,
  choices: readonly C[],
  usual: C,
): readonly [C, (to: C) => void] {
  const [choice, setChoice] = useState<C>(() => keptChoice(name, choices, usual));
  const keep = (to: C) => {
    setChoice(to);
    try {
      localStorage.setItem(name, to);
    } catch {
      // It is then chosen for this visit alone.
    }
  };
  return [choice, keep];
}
