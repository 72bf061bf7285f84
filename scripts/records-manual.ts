import { z } from 'zod';
import { describeKind } from '../src/app/practice/describe-kind.ts';
import type { CommandDefinition } from '../src/cli/command.ts';
import { usageOf } from '../src/cli/help.ts';
import type { RecordKind } from '../src/domain/records/kind.ts';
import type { ColumnDescribed, FieldDescribed } from '../src/domain/records/kind-described.ts';
import { bullets, page, prose, table } from './markdown-page.ts';

/** The file that holds the JSON schema of the front matter of a kind. */
export const recordSchemaPath = ({ id }: Pick<RecordKind, 'id'>): string => `docs/schema/records/${id}.json`;

/**
 * The front matter of a kind as JSON Schema, draft 7, which every editor knows. Other keys may stand there and are left alone; a field
 * may be absent, but for the state.
 */
export function recordSchemaText(kind: RecordKind): string {
  const optional = Object.fromEntries(
    Object.entries(kind.fields).map(([key, type]) => [key, written(kind, key, type).optional()]),
  );
  const schema = z.toJSONSchema(z.looseObject(optional), { target: 'draft-7', unrepresentable: 'any' });
  const { $schema, ...rest } = schema;
  const named = {
    $schema,
    title: `Front matter of a ${kind.one}`,
    description: kind.meaning,
    ...rest,
    required: ['status'],
  };
  return `${JSON.stringify(named, null, 2)}\n`;
}

/** As people write it: a list of one item as the item, and a successor after its word (`superseded by 0012-queue.md`). */
function written(kind: RecordKind, key: string, type: z.ZodType): z.ZodType {
  const doc = type.description ?? '';
  if (key === 'status' && kind.states.some(({ word }) => word === 'superseded')) {
    return z.union([type, z.string().regex(/^superseded by ./)]).describe(doc);
  }
  const isLines = type instanceof z.ZodArray && type.element instanceof z.ZodString;
  return isLines ? z.union([type, z.string()]).describe(doc) : type;
}

/** docs/records.md: every kind, and how an editor comes to know it. */
export function recordsPage(kinds: readonly RecordKind[], commands: readonly CommandDefinition[]): string {
  return page('Records', [
    'What a lead writes down, as Markdown files with front matter: a few keys between two lines of `---`, a heading, and prose. Edit them in any ' +
      'editor; Fortnight changes what it was told to and leaves every other byte as it is: other keys, comments, order and prose.',
    table(
      ['kind', 'what it keeps', 'where'],
      kinds.map((kind) => [`[${kind.one}](#${anchor(kind)})`, prose(kind.summary), placeOf(kind)]),
    ),
    'Private records lie in `$FORTNIGHT_PRIVATE_DIR`, else `$XDG_DATA_HOME/fortnight/private`, else `~/.local/share/fortnight/private`, never in ' +
      'a repository. Decisions lie where the repository keeps them already, else in `docs/decisions`.',
    'A file is named by its day and its title (`20260228-one-store`), or by the numbering of the folder. On the command line the beginning of a ' +
      'name is enough where no other begins so. A day is `2026-12-01`, `today`, or a time after today: `+10d`, `+2w`, `+3mo`.',
    ...kinds.flatMap((kind) => kindSection(kind, commands)),
    '## In an editor',
    'The JSON schema of each front matter stands in `docs/schema/records/`, in draft 7. VS Code shows what is not valid while you type with the ' +
      'extension `unifiedjs.vscode-remark` and the plugin [remark-lint-frontmatter-schema](https://github.com/JulianCataldo/remark-lint-frontmatter-schema), ' +
      'told by a file `.remarkrc` with the ending *mjs* in the folder you work in:',
    [
      '```js',
      "import frontmatter from 'remark-frontmatter';",
      "import schema from 'remark-lint-frontmatter-schema';",
      '',
      "const records = (kind) => './node_modules/fortnight/docs/schema/records/' + kind + '.json';",
      'export default {',
      '  plugins: [',
      '    frontmatter,',
      '    [schema, { schemas: {',
      ...kinds.map(({ id, folder }) => `      [records('${id}')]: ['./${folder}/*.md'],`),
      '    } }],',
      '  ],',
      '};',
      '```',
    ].join('\n'),
    'A single file names its schema itself, with the key `$schema`. Extensions for YAML alone (such as `redhat.vscode-yaml`) look into no Markdown; ' +
      'where a front matter is kept as a YAML file, they take the same schema by `yaml.schemas`. Without any editor, `fortnight records check` says the same, with file and line.',
  ]);
}

const anchor = ({ one }: RecordKind): string => one.replaceAll(' ', '-');
const placeOf = ({ visibility, folder }: RecordKind): string =>
  visibility === 'team' ? `\`${folder}\` of the repository, for everybody` : `\`${folder}\` of your private folder`;

function kindSection(kind: RecordKind, commands: readonly CommandDefinition[]): string[] {
  const { fields } = describeKind(kind);
  const own = commands.filter(({ name }) => name === kind.command || name.startsWith(`${kind.command} `));
  return [
    `## ${kind.one.charAt(0).toUpperCase()}${kind.one.slice(1)}`,
    prose(kind.meaning),
    `Its front matter, all but \`status\` optional ([JSON schema](${recordSchemaPath(kind).replace('docs/', '')}))${capturedText(kind)}:`,
    table(
      ['field', 'what may stand there', 'what it says'],
      fields.flatMap((field) => [row(field, ''), ...field.columns.map((column) => row(column, `${field.key}: `))]),
    ),
    `It is in one of these states, the first when it is new:`,
    table(
      ['state', 'what it means', ''],
      kind.states.map(({ word, doc, isOpen }) => [`\`${word}\``, prose(doc), isOpen ? 'open' : 'rests']),
    ),
    ...(kind.days.length > 0
      ? [
          'While it is open, Fortnight brings it up again on its day:',
          bullets(kind.days.map(({ key, asks }) => `\`${key}\`: ${prose(asks)}.`)),
        ]
      : []),
    ...(kind.sections.length > 0
      ? [
          'Sections of its text, each skippable:',
          bullets(kind.sections.map(({ heading, prompt }) => `**${prose(heading)}** ${prose(prompt)}`)),
        ]
      : []),
    ...(own.length > 0
      ? [
          'Commands ([all options](commands.md)):',
          bullets(own.map((command) => `\`${usageOf(command)}\`: ${prose(command.summary)}`)),
        ]
      : []),
    'A file of it:',
    ['```markdown', exampleOf(kind, fields), '```'].join('\n'),
  ];
}

const capturedText = ({ capture }: RecordKind): string =>
  capture.length === 0 ? '' : `; asked for at once: the title, ${capture.map((key) => `\`${key}\``).join(' and ')}`;

const row = ({ key, doc, input, choices }: ColumnDescribed, within: string): string[] => [
  `${within === '' ? '' : `\`${within.slice(0, -2)}\` › `}\`${key}\``,
  INPUT_WORDS[input] ?? choices.map((word) => `\`${word}\``).join(', '),
  prose(doc),
];

const INPUT_WORDS: Readonly<Partial<Record<ColumnDescribed['input'], string>>> = {
  day: 'a day: `2026-12-01`',
  line: 'a line of text',
  lines: 'a list of lines',
  'yes-no': '`true` or `false`',
  hundredths: 'a whole number',
  rows: 'a list, each with:',
};

/** A small honest file: the state, what is asked for at capture, and the first section. */
function exampleOf(kind: RecordKind, fields: readonly FieldDescribed[]): string {
  const shown = fields.filter(
    ({ key }) => key === 'status' || kind.capture.includes(key) || kind.days.some((day) => day.key === key),
  );
  const lines = shown.map(
    (field) => `${field.key}: ${field.key === 'status' ? kind.states[0]?.word : exampleValue(field)}`,
  );
  const [first] = kind.sections;
  return [
    '---',
    ...lines,
    '---',
    '',
    `# What it is, in a few words`,
    ...(first === undefined ? [] : ['', `## ${first.heading}`, '', first.prompt]),
  ].join('\n');
}

function exampleValue({ input, choices }: FieldDescribed): string {
  switch (input) {
    case 'day':
      return '2026-12-01';
    case 'choice':
      return choices[0] ?? '';
    case 'yes-no':
      return 'true';
    case 'hundredths':
      return '70';
    case 'lines':
      return '[ada]';
    default:
      return 'a line of text';
  }
}
