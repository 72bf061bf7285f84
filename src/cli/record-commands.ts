import { pages } from '../app/pages.ts';
import { listRecords, newRecord, setRecord, showRecord } from '../app/practice/keep-record.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { RecordKind } from '../domain/records/kind.ts';
import { recordAnswerSchema, recordListSchema } from '../domain/records/record-answer.ts';
import type { ArgumentDefinition, CommandDefinition, OptionDefinition, OptionValues } from './command.ts';
import { fieldOptions, fieldsGiven } from './field-options.ts';

/**
 * The commands that every kind of record has: `list` (also without a word), `new`, `show` and `set`. One that was written by hand under
 * the same name takes the place of the generated one.
 */
export function recordCommands(
  kinds: readonly RecordKind[],
  written: readonly Pick<CommandDefinition, 'name'>[],
): readonly CommandDefinition[] {
  const taken = new Set(written.map(({ name }) => name));
  return kinds
    .flatMap((kind) => [
      listCommand(kind, taken),
      ...(isCaptured(kind) ? [newCommand(kind)] : []),
      showCommand(kind),
      setCommand(kind),
    ])
    .filter(({ name }) => !taken.has(name));
}

/** A kind that asks for nothing is made by a command of its own. */
const isCaptured = ({ capture }: RecordKind): boolean => capture.length > 0;

const NAME: ArgumentDefinition = {
  name: 'name',
  doc: 'Its name, or as much of the beginning as no other has.',
  isRequired: true,
  isVariadic: false,
};

const SECTION: OptionDefinition = {
  name: 'section',
  kind: 'text',
  value: 'HEADING=TEXT',
  isRepeatable: true,
  doc: 'Text of a section, as Markdown. May be given more than once.',
};

function listCommand(kind: RecordKind, taken: ReadonlySet<string>): CommandDefinition {
  const { command, many, meaning, summary } = kind;
  const hasOwn = taken.has(command);
  return {
    name: `${command} list`,
    summary: hasOwn ? `${many}: what is there` : summary,
    description: `${meaning} This lists them${kind.states.some(({ isOpen }) => isOpen) ? '; what rests is left out' : ', the newest first'}.`,
    examples: [
      { line: `fortnight ${command}${hasOwn ? ' list' : ''}`, does: `${many}, what is open` },
      { line: `fortnight ${command} list --all`, does: 'all of them' },
    ],
    arguments: [],
    options: [
      { name: 'all', kind: 'flag', doc: 'Those that rest too.' },
      {
        name: 'status',
        kind: 'choice',
        value: 'WORD',
        choices: kind.states.map(({ word }) => word),
        doc: 'Only those in this state.',
      },
    ],
    ...(hasOwn ? { isGenerated: true } : { isDefault: true }),
    schema: recordListSchema,
    async run(context) {
      const { all, status } = context.options;
      const data = await listRecords(context, kind, {
        all: all === true,
        status: typeof status === 'string' ? status : null,
      });
      return { data, page: pages.recordList(kind, data), exitCode: EXIT.fine };
    },
  };
}

function newCommand(kind: RecordKind): CommandDefinition {
  const options = fieldOptions(kind);
  return {
    name: `${kind.command} new`,
    summary: `a new ${kind.one}`,
    description: `${kind.meaning} Give a title and as much else as you like: the rest can be said later, here or in an editor.`,
    examples: [
      {
        line: `fortnight ${kind.command} new "In a few words"${capturedText(kind)}`,
        does: 'what is asked for when one is written',
      },
    ],
    arguments: [{ name: 'title', doc: 'What it is, in a few words.', isRequired: true, isVariadic: false }],
    options: [...options.map(({ option }) => option), SECTION],
    isGenerated: true,
    schema: recordAnswerSchema,
    async run(context) {
      const data = await newRecord(context, kind, {
        title: context.arguments.title?.[0] ?? '',
        fields: fieldsGiven(kind, context.options),
        sections: sectionsGiven(context.options),
      });
      return { data, page: pages.record(kind, data), exitCode: EXIT.fine };
    },
  };
}

/** The fields asked for, each with a value that could stand there. */
function capturedText(kind: RecordKind): string {
  return fieldOptions(kind)
    .filter(({ field }) => kind.capture.includes(field.key))
    .map(({ option, field }) => {
      const value =
        { day: '+2w', choice: option.choices?.[0] ?? '', 'yes-no': 'yes', hundredths: '70' }[field.input as string] ??
        '"…"';
      return ` --${option.name} ${value}`;
    })
    .join('');
}

function showCommand(kind: RecordKind): CommandDefinition {
  return {
    name: `${kind.command} show`,
    summary: `one ${kind.one}`,
    description: `Shows one ${kind.one}: what its file says, what of it is not valid, and its history where git keeps one.`,
    examples: [{ line: `fortnight ${kind.command} show 20260228`, does: 'the one whose name begins so' }],
    arguments: [NAME],
    options: [],
    isGenerated: true,
    schema: recordAnswerSchema,
    async run(context) {
      const data = await showRecord(context, kind, context.arguments.name?.[0] ?? '');
      return { data, page: pages.record(kind, data), exitCode: EXIT.fine };
    },
  };
}

function setCommand(kind: RecordKind): CommandDefinition {
  const options = fieldOptions(kind);
  const state = (kind.states.find(({ isOpen }) => !isOpen) ?? kind.states[0])?.word ?? '';
  return {
    name: `${kind.command} set`,
    summary: `change what a ${kind.one} says`,
    description: `Changes what is given and nothing else of the file of a ${kind.one}: other keys, comments, order and prose stay as they are, byte for byte. When somebody saved it meanwhile, nothing is written and it says so.`,
    examples: [
      { line: `fortnight ${kind.command} set 20260228 --status ${state}`, does: 'another state' },
      { line: `fortnight ${kind.command} set 20260228 --title "Better said"`, does: 'another title' },
    ],
    arguments: [NAME],
    options: [
      { name: 'title', kind: 'text', value: 'TEXT', doc: 'What it is, in a few words.' },
      ...options.map(({ option }) => option),
      SECTION,
      {
        name: 'unset',
        kind: 'choice',
        value: 'FIELD',
        choices: Object.keys(kind.fields).filter((key) => key !== 'status'),
        doc: 'Take a field away.',
      },
    ],
    isGenerated: true,
    schema: recordAnswerSchema,
    async run(context) {
      const { title, unset } = context.options;
      const edit = {
        title: typeof title === 'string' ? title : null,
        fields: fieldsGiven(kind, context.options),
        unset: typeof unset === 'string' ? [unset] : [],
        sections: sectionsGiven(context.options),
      };
      const isEmpty =
        edit.title === null && Object.keys({ ...edit.fields, ...edit.sections }).length + edit.unset.length === 0;
      if (isEmpty) {
        throw new FortnightError('usage', 'What is to be changed?', {
          hint: `Give a field: fortnight ${kind.command} set --help lists them.`,
          exitCode: EXIT.usage,
        });
      }
      const data = await setRecord(context, kind, context.arguments.name?.[0] ?? '', edit);
      return { data, page: pages.record(kind, data), exitCode: EXIT.fine };
    },
  };
}

/** `HEADING=TEXT`, as often as it was given. */
function sectionsGiven({ section }: OptionValues): Readonly<Record<string, string>> {
  const sections: Record<string, string> = {};
  for (const one of Array.isArray(section) ? (section as readonly string[]) : []) {
    const at = one.indexOf('=');
    if (at < 1) {
      throw new FortnightError('usage', `--section ${one} names no heading.`, {
        hint: 'Give it as HEADING=TEXT: --section "Context=What has to be known".',
        exitCode: EXIT.usage,
      });
    }
    sections[one.slice(0, at).trim()] = one.slice(at + 1);
  }
  return sections;
}
