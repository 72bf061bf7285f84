import { z } from 'zod';
import type { CommandDefinition, OptionDefinition } from '../src/cli/command.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import { argumentText, optionDoc, optionText, usageOf } from '../src/cli/help.ts';
import { GLOBAL_OPTIONS } from '../src/cli/options.ts';
import type { Measure } from '../src/domain/measure.ts';
import { RECORD_KINDS } from '../src/domain/records/index.ts';
import { recordAnswerSchema, recordListSchema } from '../src/domain/records/record-answer.ts';
import { COLUMN_KINDS } from '../src/domain/report.ts';
import { openapiText } from '../src/http/openapi.ts';
import { MEASURES } from '../src/measures/index.ts';
import { bullets, page, prose, table } from './markdown-page.ts';
import { recordSchemaPath, recordSchemaText, recordsPage } from './records-manual.ts';

/** The reference pages that follow from the program: path to text. `npm run docs` writes them, a test compares. */
export function manual(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/commands.md', commandsPage()],
    ['docs/measures.md', measuresPage()],
    ['docs/json.md', jsonPage()],
    ['docs/records.md', recordsPage(RECORD_KINDS, COMMANDS)],
    ...RECORD_KINDS.map((kind): [string, string] => [recordSchemaPath(kind), recordSchemaText(kind)]),
    ...COMMANDS.flatMap((command): [string, string][] =>
      command.schema === null || command.isGenerated === true
        ? []
        : [[schemaPath(command), schemaText(command.schema)]],
    ),
    ['docs/schema/record-list.json', schemaText(recordListSchema)],
    ['docs/schema/record.json', schemaText(recordAnswerSchema)],
    ['docs/schema/measure-report.json', schemaText(schemaOf('measure gate'))],
    ['docs/openapi.json', openapiText()],
  ]);
}

/** The file that holds the JSON schema of a command's answer. */
export function schemaPath(command: Pick<CommandDefinition, 'name' | 'schema'>): string {
  if (command.schema === recordListSchema) return 'docs/schema/record-list.json';
  if (command.schema === recordAnswerSchema) return 'docs/schema/record.json';
  if (command.name.startsWith('measure ')) return 'docs/schema/measure-report.json';
  if (command.name.startsWith('explain ')) return 'docs/schema/explain.json';
  return `docs/schema/${command.name === '' ? 'scorecard' : command.name.replaceAll(' ', '-')}.json`;
}

function schemaOf(name: string): z.ZodType {
  const schema = COMMANDS.find((command) => command.name === name)?.schema;
  if (schema === undefined || schema === null) throw new Error(`there is no schema of ${name}`);
  return schema;
}

const schemaText = (schema: z.ZodType): string => `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;

function commandsPage(): string {
  const listed = COMMANDS.filter((command) => command.isGenerated !== true);
  return page('Commands', [
    'Without a command, `fortnight` shows the scorecard. Data goes to standard output, everything else to standard error.',
    ...listed.flatMap(commandSection),
    '## Options of every command',
    'They may stand before or after the name of the command.',
    optionsTable(GLOBAL_OPTIONS),
    '`--help` (or `-h`, or `fortnight help`) shows the examples, arguments and options of a command.',
  ]);
}

function commandSection(command: CommandDefinition): string[] {
  const isRecords = RECORD_KINDS.some((kind) => [kind.command, `${kind.command} list`].includes(command.name));
  const group = isRecords ? command.name.replace(/ list$/, '') : command.name;
  const generated = COMMANDS.filter((other) => other.isGenerated === true && other.name.startsWith(`${group} `));
  return [
    `## \`${`fortnight ${command.name}`.trim()}\``,
    prose(command.description),
    ['```sh', ...command.examples.map(({ line, does }) => `${line}  # ${does}`), '```'].join('\n'),
    `Usage: \`${usageOf(command)}\``,
    ...(command.arguments.length > 0
      ? [bullets(command.arguments.map((a) => `\`${argumentText(a)}\`: ${prose(a.doc)}`))]
      : []),
    ...(command.options.length > 0 ? [optionsTable(command.options)] : []),
    ...(generated.length > 0 && command.name !== ''
      ? [
          isRecords
            ? 'And these, for [the same kind of record](records.md), with its fields as options:'
            : 'One command for each measure, with the parameters of that measure as options:',
          bullets(
            generated.map((g) => `\`fortnight ${g.name}\`${g.options.map((o) => ` \`${optionText(o)}\``).join('')}`),
          ),
        ]
      : []),
  ];
}

function optionsTable(options: readonly OptionDefinition[]): string {
  return table(
    ['option', 'what it does'],
    options.map((option) => [`\`${optionText(option)}\``, prose(optionDoc(option))]),
  );
}

function measuresPage(): string {
  return page('Measures', [
    'Each answers one question, says how sure it is, and opens onto its evidence: `fortnight measure <id>`, ' +
      '`fortnight explain <id>`.',
    table(
      ['measure', 'question'],
      MEASURES.map((m) => [`[\`${m.id}\`](#${m.id})`, prose(m.question)]),
    ),
    ...MEASURES.flatMap(measureSection),
  ]);
}

function measureSection(measure: Measure): string[] {
  return [
    `## ${measure.id}`,
    `**${prose(measure.title)}.** ${prose(measure.question)}`,
    `*What it means.* ${prose(measure.meaning)}`,
    `*Formula.* ${prose(measure.formula)}`,
    `*When it misleads.* ${prose(measure.misleads)}`,
    `*Source.* ${prose(measure.source)}`,
    table(
      ['column', 'kind', 'what it holds'],
      measure.columns.map((c) => [`\`${c.key}\``, COLUMN_KINDS[c.kind], prose(c.doc)]),
    ),
    ...(measure.parameters.length > 0
      ? [
          table(
            ['parameter', 'default', 'from', 'to', 'what it sets'],
            measure.parameters.map((p) => [`\`--${p.name}\``, `${p.default}`, `${p.min}`, `${p.max}`, prose(p.doc)]),
          ),
        ]
      : []),
  ];
}

function jsonPage(): string {
  const rows = COMMANDS.filter((c) => c.isGenerated !== true).map((c) => [
    `\`${`fortnight ${c.name}`.trim()}\``,
    c.schema === null ? 'text for a shell, no JSON' : `[\`${schemaPath(c)}\`](${schemaPath(c).replace('docs/', '')})`,
  ]);
  return page('JSON', [
    '`--json` (or `--format json`) on any command writes one JSON document to standard output. Its shape is a JSON Schema, ' +
      'checked in the tests. Keys come in a fixed order: the same facts, window and version give the same bytes.',
    table(
      ['command', 'schema'],
      [
        ...rows,
        ['`fortnight measure <id>`', '[`docs/schema/measure-report.json`](schema/measure-report.json)'],
        ['`fortnight explain <id>`', '[`docs/schema/explain.json`](schema/explain.json)'],
      ],
    ),
    '## What holds everywhere',
    bullets([
      'Times are whole seconds since 1970-01-01T00:00:00Z. Durations are seconds. What is not known is `null`, never zero.',
      'A share is `{share, low, high, of}`: the share, its 95 % interval, and the count it rests on.',
      'People are `{people: […]}`: names in alphabetical order. There is no figure about anybody but the lead.',
      'A report says how sure it is: `confidence.level` is `high`, `medium`, `low` or `none`; with `none`, `figure` is `null`.',
      '`figureKind` says how to read `figure`, `columns[].kind` how to read the cells of a row: ' +
        `${Object.entries(COLUMN_KINDS)
          .map(([kind, doc]) => `\`${kind}\` (${doc})`)
          .join(', ')}.`,
      'Text from a repository is as it is, with characters that a terminal would obey or hide written as `\\u` escapes.',
    ]),
    '## Errors',
    'With `--json` an error is one document on standard error, and nothing stands on standard output: ' +
      '`{"error": {"code", "message", "hint"}}`. `code` is stable; the exit code is that of the README.',
    'Exit code 3 comes with a whole answer that rests on a history which is not whole (`isPartial`): a shallow or partial clone.',
  ]);
}
