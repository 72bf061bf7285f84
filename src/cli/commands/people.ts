import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { joinPeople, peopleList, splitPerson } from '../../app/people-edit.ts';
import { peopleEditSchema, peopleListSchema } from '../../domain/people-list.ts';
import { type CommandDefinition, exitCodeOf, type OptionDefinition, PATHS } from '../command.ts';

const DRY_RUN: OptionDefinition = { name: 'dry-run', kind: 'flag', doc: 'Show what would change, and write nothing.' };

/** `fortnight people`. */
export const peopleListCommand: CommandDefinition = {
  name: 'people list',
  summary: 'who there is, why identities were joined, who else may be one person',
  description:
    'Lists people in alphabetical order with every name and address they used and the rule that joined them, bots and agents beside, and pairs who may be one person. No figure stands beside anybody.',
  examples: [
    { line: 'fortnight people', does: 'whoever has several identities, and suggestions' },
    { line: 'fortnight people --evidence', does: 'everybody' },
    { line: 'fortnight people join ann@work.example ann@home.example', does: 'two are one' },
    { line: 'fortnight people split ann@shared.example', does: 'one is not' },
  ],
  arguments: [PATHS],
  options: [],
  isDefault: true,
  schema: peopleListSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const data = await peopleList(opened);
      return { data, page: pages.people(data, context.request.everything), exitCode: exitCodeOf(opened.setting) };
    }),
};

/** `fortnight people join`. */
export const peopleJoinCommand: CommandDefinition = {
  name: 'people join',
  summary: 'two people are one: written to fortnight.yml',
  description:
    'Writes to fortnight.yml of the repository that two people are one, and shows which figures that changes. Comments and order of the file stay.',
  examples: [
    { line: 'fortnight people join ann@work.example ann@home.example', does: 'two addresses, one person' },
    { line: 'fortnight people join "Ann Lee" alee --dry-run', does: 'only show what would change' },
  ],
  arguments: [
    { name: 'one', doc: 'A name, an address or `Name <email>`.', isRequired: true, isVariadic: false },
    { name: 'other', doc: 'The same of the other.', isRequired: true, isVariadic: false },
    PATHS,
  ],
  options: [DRY_RUN],
  schema: peopleEditSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const { one = [], other = [] } = context.arguments;
      const data = await joinPeople(
        context,
        opened,
        [one[0] ?? '', other[0] ?? ''],
        context.options['dry-run'] === true,
      );
      return { data, page: pages.peopleEdit(data), exitCode: exitCodeOf(opened.setting) };
    }),
};

/** `fortnight people split`. */
export const peopleSplitCommand: CommandDefinition = {
  name: 'people split',
  summary: 'an identity is a person of its own: written to fortnight.yml',
  description:
    'Writes to fortnight.yml of the repository that an identity was wrongly joined and stays a person of its own, and shows which figures that changes.',
  examples: [
    { line: 'fortnight people split ann@shared.example', does: 'an address' },
    { line: 'fortnight people split "Ann <ann@shared.example>" --dry-run', does: 'only show what would change' },
  ],
  arguments: [{ name: 'identity', doc: 'An address or `Name <email>`.', isRequired: true, isVariadic: false }, PATHS],
  options: [DRY_RUN],
  schema: peopleEditSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const [identity = ''] = context.arguments.identity ?? [];
      const data = await splitPerson(context, opened, identity, context.options['dry-run'] === true);
      return { data, page: pages.peopleEdit(data), exitCode: exitCodeOf(opened.setting) };
    }),
};
