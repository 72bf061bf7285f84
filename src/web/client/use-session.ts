import type { UseQueryResult } from '@tanstack/react-query';
import type { SessionAnswer } from '../../domain/session.ts';
import type { AskError } from './ask-error.ts';
import { useAnswer } from './use-answer.ts';

/** What the server looks at, how far it is, which measures there are, and who can be chosen as away. */
export function useSession(): UseQueryResult<SessionAnswer, AskError> {
  return useAnswer('session', {}, { isWatched: true });
}
