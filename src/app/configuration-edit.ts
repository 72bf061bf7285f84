import type { ConfigurationEdit } from '../domain/configuration-edit.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import { sha256 } from '../store/durable.ts';
import { configPath } from './config.ts';
import type { ConfigurationUndo } from './configuration-undo.ts';
import { editedLines } from './edited-lines.ts';
import type { Opened, Place } from './open.ts';
import { type Proposal, type ProposalInput, proposeJoin, proposeLead, proposeSplit } from './people.ts';
import { proposalInput } from './people-edit.ts';

/** What can be changed about people: two are one, an identity is a person of its own, somebody leads. */
export type PeopleChange =
  | { readonly kind: 'join'; readonly people: readonly [string, string] }
  | { readonly kind: 'split'; readonly identity: string }
  | { readonly kind: 'lead'; readonly person: string };

/** Shows what a change would do to `fortnight.yml` and to every figure. Writes nothing. */
export async function previewChange(
  place: Pick<Place, 'effects' | 'request'>,
  opened: Opened,
  change: PeopleChange,
): Promise<ConfigurationEdit> {
  const input = await proposalInput(place, opened);
  return await told(input, await propose(input, change), false);
}

/**
 * Makes a change that was shown. `proof` is what {@link previewChange} gave; were the file another one by now, something
 * else would be written than somebody saw, so nothing is. How it is taken back is remembered by `undo`.
 */
export async function makeChange(
  place: Pick<Place, 'effects' | 'request'>,
  opened: Opened,
  change: PeopleChange,
  proof: string,
  undo: ConfigurationUndo,
): Promise<ConfigurationEdit> {
  return await undo.inTurn(() => make(place, opened, change, proof, undo));
}

async function make(
  place: Pick<Place, 'effects' | 'request'>,
  opened: Opened,
  change: PeopleChange,
  proof: string,
  undo: ConfigurationUndo,
): Promise<ConfigurationEdit> {
  const whole = await proposalInput(place, opened);
  // Figures were told when it was shown.
  const input: ProposalInput = { ...whole, figures: async () => ({}) };
  const proposal = await propose(input, change);
  if (proofOf(proposal) !== proof) {
    throw new FortnightError('configuration-changed', 'The file was changed since this was shown.', {
      hint: 'Look again at what would be written, then write it.',
      exitCode: EXIT.usage,
    });
  }
  const edit = await told(input, proposal, true);
  const { path, replaced } = await proposal.save();
  undo.remember({ location: input.location, file: path, sentence: edit.sentence, replaced, text: proposal.text });
  return edit;
}

async function propose(input: ProposalInput, change: PeopleChange): Promise<Proposal> {
  switch (change.kind) {
    case 'join':
      return await proposeJoin(input, ...change.people);
    case 'split':
      return await proposeSplit(input, change.identity);
    case 'lead':
      return await proposeLead(input, change.person);
  }
}

async function told(input: ProposalInput, proposal: Proposal, isWritten: boolean): Promise<ConfigurationEdit> {
  return {
    sentence: proposal.sentence,
    effect: proposal.effect.map((one) => ({ ...one })),
    lines: editedLines(proposal.previous, proposal.text),
    file: configPath(input.location),
    isNew: proposal.previous === null,
    proof: proofOf(proposal),
    isWritten,
  };
}

const proofOf = ({ previous, text }: Proposal): string => sha256(JSON.stringify([previous, text]));
