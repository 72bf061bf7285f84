import type { CommitFacts } from '../../domain/sink.ts';
import { readMessage } from '../message/index.ts';
import type { CommitObject } from './commit-object.ts';

/** A commit's row and trailers; its file changes come later. */
export type CommitRows = Pick<CommitFacts, 'commit' | 'trailers'>;

/** Makes the rows of a commit: its header as it is, its message as the message reader understands it. */
export function rowsOf({ id, parents, author, committer, message }: CommitObject): CommitRows {
  const { trailers, ...claims } = readMessage(message, {
    parents: parents.length,
    author: author.identity,
    committer: committer.identity,
  });
  return {
    commit: {
      id,
      parents,
      author: author.identity,
      author_time: author.time,
      author_zone: author.zone,
      committer: committer.identity,
      committer_time: committer.time,
      committer_zone: committer.zone,
      ...claims,
    },
    trailers: trailers.map(({ token, value }, position) => ({ commit_id: id, position, token, value })),
  };
}
