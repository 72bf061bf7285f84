import { type Block, command, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import type { PeopleEdit, PeopleList, PersonEntry } from '../domain/people-list.ts';
import { counted } from '../domain/words.ts';

const SUGGESTIONS_SHOWN = 10;

/** Who there is: alphabetical, no figure beside anybody. By default those of several identities, which can be wrong. */
export function peopleListPage(list: PeopleList, everything: boolean): Page {
  const shown = everything
    ? list.people
    : list.people.filter((one) => one.identities.length > 1 || one.kind !== 'human');
  const rest = list.people.length - shown.length;
  const blocks: Block[] = [
    {
      kind: 'headline',
      left: strong('People'),
      right: quiet(counted(list.people.length, 'person, bot or agent', 'people, bots and agents')),
    },
  ];
  if (shown.length > 0) blocks.push(peopleTable(shown));
  if (rest > 0) {
    blocks.push(
      textBlock([
        quiet(`${counted(rest, 'person', 'people')} of one identity each: `),
        command('fortnight people --evidence'),
      ]),
    );
  }
  if (list.suggestions.length > 0) blocks.push(suggestionsSection(list, everything));
  blocks.push(
    textBlock([
      quiet('Join: '),
      command('fortnight people join ADDRESS ADDRESS'),
      quiet(' · split: '),
      command('fortnight people split ADDRESS'),
    ]),
  );
  return { blocks };
}

function peopleTable(people: readonly PersonEntry[]): Block {
  return {
    kind: 'table',
    columns: [
      { label: 'person', align: 'left', overflow: 'wrap' },
      { label: 'known as', align: 'left', overflow: 'elide' },
      { label: 'joined by', align: 'left', overflow: 'elide' },
    ],
    rows: people.flatMap((one) =>
      one.identities.map((known, i) => [
        i === 0 ? [strong(one.name), quiet(one.kind === 'human' ? '' : ` (${one.kind})`)] : '',
        identityText(known.identity, one.name),
        quiet(known.rule),
      ]),
    ),
  };
}

/** The address alone where the name is the one that stands beside it. */
function identityText(identity: string, name: string): string {
  const own = `${name} <`;
  return identity.startsWith(own) ? identity.slice(own.length - 1) : identity;
}

function suggestionsSection({ suggestions }: PeopleList, everything: boolean): Block {
  const shown = everything ? suggestions : suggestions.slice(0, SUGGESTIONS_SHOWN);
  const rest = suggestions.length - shown.length;
  const blocks: Block[] = [
    {
      kind: 'table',
      columns: [
        { label: 'perhaps', align: 'left', overflow: 'elide' },
        { label: 'the same as', align: 'left', overflow: 'elide' },
        { label: 'because', align: 'left', overflow: 'wrap' },
      ],
      rows: shown.map(({ identities: [a, b], evidence }) => [a, b, quiet(evidence)]),
    },
  ];
  if (rest > 0) blocks.push(textBlock([quiet(`${rest} more: `), command('fortnight people --evidence')]));
  return { kind: 'section', title: 'Perhaps one person; no rule is sure enough to join them', sure: null, blocks };
}

/** What an edit of fortnight.yml changes. */
export function peopleEditPage(edit: PeopleEdit): Page {
  const effect: Block =
    edit.effect.length === 0
      ? textBlock('No figure changes.')
      : {
          kind: 'table',
          columns: [
            { label: 'figure', align: 'left', overflow: 'wrap' },
            { label: 'before', align: 'left', overflow: 'wrap' },
            { label: 'after', align: 'left', overflow: 'wrap' },
          ],
          rows: edit.effect.map(({ figure, before, after }) => [figure, before, strong(after)]),
        };
  return {
    blocks: [
      textBlock(strong(edit.sentence)),
      effect,
      textBlock(
        edit.written === null
          ? quiet('Nothing was written: a dry run.')
          : `Written to ${edit.written}; commit it to share it.`,
      ),
    ],
  };
}
