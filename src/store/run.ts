import type { Column } from '../domain/tables.ts';
import type { Cell, Columns } from './columns.ts';
import { type EncodedColumn, type RunColumn, runColumn } from './run-columns.ts';
import { encodeThrift, type Thrift } from './thrift.ts';

/** Rows of a run at most. A reference to a text has sixteen bits. */
const MOST_ROWS = 16_384;
/** A run is full earlier when its texts grow large. */
const MOST_CHARACTERS = 2 ** 23;

const MAGIC = Buffer.from('PAR1');
/** Numbers by which Parquet knows its encodings, page types and repetitions. */
const PLAIN = 0;
const RLE = 3;
const RLE_DICTIONARY = 8;
const DATA_PAGE = 0;
const DICTIONARY_PAGE = 2;
const REQUIRED = 0;
const OPTIONAL = 1;
const REPEATED = 2;
const UTF8 = 0;
const LIST = 3;

/**
 * Rows on their way to a Parquet file, held as the columns of it. The engine reads such a file at once; to hand it the rows
 * one value at a time took three times as long.
 */
export class Run {
  readonly #columns: readonly (readonly [name: string, column: Column, values: RunColumn])[];
  #rows = 0;
  #characters = 0;

  constructor(columns: Columns) {
    this.#columns = Object.entries(columns).map(([name, column]) => [name, column, runColumn(name, column)]);
  }

  get rows(): number {
    return this.#rows;
  }

  get isFull(): boolean {
    return this.#rows >= MOST_ROWS || this.#characters > MOST_CHARACTERS;
  }

  /** Adds one row by the names of its columns. */
  add(row: Readonly<Record<string, Cell>>): void {
    for (const [name, , values] of this.#columns) this.#characters += values.add(row[name]);
    this.#rows++;
  }

  /** The file: one row group, a page or two for each column, uncompressed. */
  encode(): Buffer {
    const pieces: Buffer[] = [MAGIC];
    const place = { offset: MAGIC.length };
    const chunks = this.#columns.map(([name, column, values]) => {
      const encoded = values.encode();
      const [chunk, bytes] = encodeChunk(place.offset, pathOf(name, column), encoded);
      for (const piece of bytes) {
        pieces.push(piece);
        place.offset += piece.length;
      }
      return chunk;
    });
    const footer = encodeThrift({
      1: { i32: 1 },
      2: {
        list: [
          group('rows', this.#columns.length),
          ...this.#columns.flatMap(([name, column]) => schemaOf(name, column)),
        ],
      },
      3: { i64: this.#rows },
      4: { list: [{ struct: { 1: { list: chunks }, 2: { i64: place.offset }, 3: { i64: this.#rows } } }] },
    });
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    pieces.push(footer, length, MAGIC);
    return Buffer.concat(pieces);
  }
}

/** The pages of a column, and what the footer says of them. */
function encodeChunk(
  offset: number,
  path: readonly string[],
  { type, values, dictionary, data }: EncodedColumn,
): [Thrift, Buffer[]] {
  const pieces: Buffer[] = [];
  if (dictionary !== null) {
    const header = { 1: { i32: dictionary.values }, 2: { i32: PLAIN } };
    pieces.push(pageHeader(DICTIONARY_PAGE, dictionary.bytes.length, 7, header), dictionary.bytes);
  }
  const dataOffset = offset + sizeOf(pieces);
  const encoding = dictionary === null ? PLAIN : RLE_DICTIONARY;
  const header = { 1: { i32: values }, 2: { i32: encoding }, 3: { i32: RLE }, 4: { i32: RLE } };
  pieces.push(pageHeader(DATA_PAGE, sizeOf(data), 5, header), ...data);
  const size = { i64: sizeOf(pieces) };
  const chunk: Thrift = {
    struct: {
      2: { i64: offset },
      3: {
        struct: {
          1: { i32: type },
          2: { list: [PLAIN, RLE, RLE_DICTIONARY].map((i32) => ({ i32 })) },
          3: { list: path.map((text) => ({ text })) },
          4: { i32: 0 },
          5: { i64: values },
          6: size,
          7: size,
          9: { i64: dataOffset },
          ...(dictionary === null ? {} : { 11: { i64: offset } }),
        },
      },
    },
  };
  return [chunk, pieces];
}

function pageHeader(type: number, size: number, field: 5 | 7, own: Readonly<Record<number, Thrift>>): Buffer {
  return encodeThrift({ 1: { i32: type }, 2: { i32: size }, 3: { i32: size }, [field]: { struct: own } });
}

function sizeOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function pathOf(name: string, { type }: Column): readonly string[] {
  return type === 'text[]' ? [name, 'list', 'element'] : [name];
}

function schemaOf(name: string, { type, nullable }: Column): Thrift[] {
  const repetition = nullable ? OPTIONAL : REQUIRED;
  switch (type) {
    case 'text':
      return [leaf(name, 6, repetition, UTF8)];
    case 'text[]':
      return [group(name, 1, REQUIRED, LIST), group('list', 1, REPEATED), leaf('element', 6, REQUIRED, UTF8)];
    case 'boolean':
      return [leaf(name, 0, repetition)];
    case 'integer':
      return [leaf(name, 1, repetition)];
    case 'bigint':
      return [leaf(name, 2, repetition)];
    case 'double':
      return [leaf(name, 5, repetition)];
  }
}

function leaf(name: string, type: number, repetition: number, converted?: number): Thrift {
  const more = converted === undefined ? {} : { 6: { i32: converted } };
  return { struct: { 1: { i32: type }, 3: { i32: repetition }, 4: { text: name }, ...more } };
}

function group(name: string, children: number, repetition?: number, converted?: number): Thrift {
  return {
    struct: {
      ...(repetition === undefined ? {} : { 3: { i32: repetition } }),
      4: { text: name },
      5: { i32: children },
      ...(converted === undefined ? {} : { 6: { i32: converted } }),
    },
  };
}
