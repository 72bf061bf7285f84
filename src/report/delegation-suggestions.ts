import type { DelegationSuggestions, HandOver } from '../domain/delegations.ts';
import { type Block, command, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import { notesBlocks } from './delegation-words.ts';
import { evidenceLine } from './evidence-line.ts';
import { areaText, namesText } from './figures.ts';

/** What could be given away. */
export function delegationSuggestionsPage(told: DelegationSuggestions, everything: boolean): Page {
  return {
    blocks: [
      { kind: 'headline', left: strong('What to hand over'), right: quiet(told.repositories.join(', ')) },
      textBlock(told.answer),
      ...told.suggestions.map((one) => suggestionSection(one, told.repositories.length > 1, everything)),
      ...notesBlocks(told.notes),
    ],
  };
}

function suggestionSection(one: HandOver, several: boolean, everything: boolean): Block {
  const { area, repository, reasons, knows, couldLearn, commands } = one;
  const [only, ...others] = commands;
  return {
    kind: 'section',
    title: areaText(several ? `${repository}: ${area}` : area),
    sure: null,
    blocks: [
      ...reasons.flatMap(({ because, evidence, evidenceTotal }) => [
        textBlock(because),
        ...evidenceLine('Changes', evidence, evidenceTotal, everything),
      ]),
      {
        kind: 'facts',
        rows: [
          ...(knows.people.length > 0 ? [{ label: 'Has worked there', value: namesText(knows) }] : []),
          ...(couldLearn.people.length > 0 ? [{ label: 'Would learn it', value: namesText(couldLearn) }] : []),
        ],
      },
      textBlock(command(only !== undefined && others.length === 0 ? only.line : one.command)),
    ],
  };
}
