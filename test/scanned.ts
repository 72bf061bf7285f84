import { locateRepository, scanGit } from '../src/collect/git/index.ts';
import type { ScanOutcome } from '../src/domain/sink.ts';
import { MemoryFacts } from './memory-facts.ts';

/** Scans the repository at a path into memory, on top of earlier facts where given. */
export async function scanned(
  path: string,
  facts = new MemoryFacts(),
): Promise<{ readonly facts: MemoryFacts; readonly outcome: ScanOutcome }> {
  const location = await locateRepository(path);
  const outcome = await facts.take((previous, sink) => scanGit(location, previous, sink));
  return { facts, outcome };
}
