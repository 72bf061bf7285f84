import { z } from 'zod';
import { RECORD_KINDS } from '../../domain/records/index.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import type {
  ColumnDescribed,
  FieldDescribed,
  FieldInput,
  KindDescribed,
} from '../../domain/records/kind-described.ts';

/** A JSON schema as far as the fields of a kind have one. */
interface FieldSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

/** A kind as JSON, so that a form of it can be drawn by whoever does not have its schemas. */
export function describeKind(kind: RecordKind): KindDescribed {
  const { id, command, one, many, summary, meaning, visibility } = kind;
  return {
    ...{ id, command, one, many, summary, meaning, visibility },
    capture: [...kind.capture],
    states: kind.states.map(({ word, doc, isOpen }) => ({ word, doc, isOpen })),
    days: kind.days.map(({ key, asks }) => ({ key, asks })),
    sections: kind.sections.map(({ heading, prompt }) => ({ heading, prompt })),
    fields: Object.entries(kind.fields).map(([key, type]) => {
      const schema = z.toJSONSchema(type, { io: 'output', unrepresentable: 'any' }) as FieldSchema;
      return fieldOf(key, schema);
    }),
  };
}

let described: readonly KindDescribed[] | null = null;

/** Every kind there is, in the order in which they are listed; made once. */
export function describeKinds(): readonly KindDescribed[] {
  described ??= RECORD_KINDS.map(describeKind);
  return described;
}

function fieldOf(key: string, schema: FieldSchema): FieldDescribed {
  const row = schema.type === 'array' && schema.items?.type === 'object' ? schema.items : null;
  const columns = Object.entries(row?.properties ?? {}).map(([name, column]) =>
    columnOf(name, column, row?.required?.includes(name) === true),
  );
  return { ...columnOf(key, schema, false), columns };
}

function columnOf(key: string, schema: FieldSchema, isNeeded: boolean): ColumnDescribed {
  return {
    key,
    label: key.replaceAll('-', ' '),
    doc: schema.description ?? '',
    input: inputOf(schema),
    choices: [...(schema.enum ?? [])],
    isNeeded,
  };
}

function inputOf({ type, format, enum: words, items }: FieldSchema): FieldInput {
  if (words !== undefined) return 'choice';
  if (type === 'boolean') return 'yes-no';
  if (type === 'integer' || type === 'number') return 'hundredths';
  if (type === 'array') return items?.type === 'object' ? 'rows' : 'lines';
  return format === 'date' ? 'day' : 'line';
}
