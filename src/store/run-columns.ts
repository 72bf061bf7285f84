import type { Column } from '../domain/tables.ts';
import { type Cell, columnCheck } from './columns.ts';
import { varint } from './thrift.ts';

/** How a column of a run stands in its Parquet file. */
export interface EncodedColumn {
  /** Parquet's number of the physical type. */
  readonly type: number;
  readonly values: number;
  /** The distinct values, where rows only refer to them. */
  readonly dictionary: { readonly values: number; readonly bytes: Buffer } | null;
  readonly data: readonly Buffer[];
}

/** The values of one column, taken one by one and kept as the bytes they will be in a Parquet file. */
export interface RunColumn {
  /** Answers how many characters of text that were: other values are small. */
  add(value: Cell | undefined): number;
  encode(): EncodedColumn;
}

/** Parquet's physical types. */
const BOOLEAN = 0;
const INT32 = 1;
const INT64 = 2;
const DOUBLE = 5;
const BYTE_ARRAY = 6;

/** What a column has room for at first; it doubles. */
const ROOM = 256;

function doubled(bytes: Buffer): Buffer {
  const larger = Buffer.alloc(2 * bytes.length);
  bytes.copy(larger);
  return larger;
}

/** Makes an empty column for at most 65,535 rows. */
export function runColumn(name: string, column: Column): RunColumn {
  const check = columnCheck(name, column);
  switch (column.type) {
    case 'text':
      return new TextColumn(check, column.nullable === true);
    case 'text[]':
      if (column.nullable) throw new TypeError(`a list that may be unknown is not provided for: ${name}`);
      return new ListColumn(check);
    case 'boolean':
      return new BooleanColumn(check, column.nullable === true);
    case 'integer':
    case 'bigint':
    case 'double':
      return new NumberColumn(check, column.nullable === true, column.type);
  }
}

type Check = (value: Cell | undefined) => Cell;

/** Single bits, lowest first, as Parquet packs booleans and levels. */
class Bits {
  #bytes: Buffer = Buffer.alloc(ROOM / 8);
  #size = 0;

  push(bit: boolean): void {
    if (this.#size === this.#bytes.length * 8) this.#bytes = doubled(this.#bytes);
    if (bit) this.#bytes[this.#size >> 3] = (this.#bytes[this.#size >> 3] ?? 0) | (1 << (this.#size & 7));
    this.#size++;
  }

  get size(): number {
    return this.#size;
  }

  packed(): Buffer {
    return this.#bytes.subarray(0, Math.ceil(this.#size / 8));
  }

  /** As levels of a page: their length, and one run of packed groups of eight. */
  levels(): Buffer {
    const packed = this.packed();
    const header = varint(packed.length * 2 + 1);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(header.length + packed.length);
    return Buffer.concat([length, Buffer.from(header), packed]);
  }
}

/** So many texts are looked at before it is said that they hardly repeat. */
const TRIAL = 512;

/** Texts, each distinct one kept once, if there are few. Rows refer to it by 16 bits. */
class Dictionary {
  readonly #numbers = new Map<string, number>();
  #references: Buffer = Buffer.alloc(ROOM * 2);
  #bytes: Buffer = Buffer.alloc(ROOM * 16);
  #end = 0;
  #size = 0;
  #distinct = 0;
  #last = '';
  #reference = 0;

  get size(): number {
    return this.#size;
  }

  push(text: string): void {
    if (text !== this.#last || this.#distinct === 0) {
      this.#last = text;
      this.#reference = (this.#isWorthLooking ? this.#numbers.get(text) : undefined) ?? this.#write(text);
    }
    if (this.#size * 2 === this.#references.length) this.#references = doubled(this.#references);
    this.#references.writeUInt16LE(this.#reference, 2 * this.#size++);
  }

  values(): { readonly values: number; readonly bytes: Buffer } {
    return { values: this.#distinct, bytes: this.#bytes.subarray(0, this.#end) };
  }

  /** One run of packed groups of eight references, sixteen bits wide. */
  references(): Buffer[] {
    const groups = Math.ceil(this.#size / 8);
    return [Buffer.from([16, ...varint(groups * 2 + 1)]), this.#references.subarray(0, groups * 16)];
  }

  /** Where nearly every text is another, as ids are, looking for an equal one costs more than it saves. */
  get #isWorthLooking(): boolean {
    return this.#size < TRIAL || this.#distinct <= 0.9 * this.#size;
  }

  #write(text: string): number {
    while (this.#end + 4 + text.length * 3 > this.#bytes.length) this.#bytes = doubled(this.#bytes);
    const length = this.#bytes.write(text, this.#end + 4, 'utf8');
    this.#bytes.writeUInt32LE(length, this.#end);
    this.#end += 4 + length;
    if (this.#isWorthLooking) this.#numbers.set(text, this.#distinct);
    return this.#distinct++;
  }
}

class TextColumn implements RunColumn {
  readonly #check: Check;
  readonly #known: Bits | null;
  readonly #texts: Dictionary;

  constructor(check: Check, nullable: boolean) {
    this.#check = check;
    this.#known = nullable ? new Bits() : null;
    this.#texts = new Dictionary();
  }

  add(value: Cell | undefined): number {
    const text = this.#check(value) as string | null;
    this.#known?.push(text !== null);
    if (text === null) return 0;
    this.#texts.push(text);
    return text.length;
  }

  encode(): EncodedColumn {
    return {
      type: BYTE_ARRAY,
      values: this.#known?.size ?? this.#texts.size,
      dictionary: this.#texts.values(),
      data: [...(this.#known === null ? [] : [this.#known.levels()]), ...this.#texts.references()],
    };
  }
}

class ListColumn implements RunColumn {
  readonly #check: Check;
  readonly #lists: (readonly string[])[] = [];

  constructor(check: Check) {
    this.#check = check;
  }

  add(value: Cell | undefined): number {
    const list = this.#check(value) as readonly string[];
    this.#lists.push(list);
    return list.reduce((sum, text) => sum + text.length, 0);
  }

  /** Where a list begins is told by a first level, whether there is anything in it by a second. */
  encode(): EncodedColumn {
    const goesOn = new Bits();
    const isThere = new Bits();
    const texts: Buffer[] = [];
    for (const list of this.#lists) {
      if (list.length === 0) {
        goesOn.push(false);
        isThere.push(false);
      }
      for (const [i, text] of list.entries()) {
        goesOn.push(i > 0);
        isThere.push(true);
        const bytes = Buffer.from(text);
        const length = Buffer.alloc(4);
        length.writeUInt32LE(bytes.length);
        texts.push(length, bytes);
      }
    }
    return {
      type: BYTE_ARRAY,
      values: isThere.size,
      dictionary: null,
      data: [goesOn.levels(), isThere.levels(), Buffer.concat(texts)],
    };
  }
}

class BooleanColumn implements RunColumn {
  readonly #check: Check;
  readonly #known: Bits | null;
  readonly #values: Bits;

  constructor(check: Check, nullable: boolean) {
    this.#check = check;
    this.#known = nullable ? new Bits() : null;
    this.#values = new Bits();
  }

  add(value: Cell | undefined): number {
    const checked = this.#check(value);
    this.#known?.push(checked !== null);
    if (checked !== null) this.#values.push(checked === true);
    return 0;
  }

  encode(): EncodedColumn {
    return {
      type: BOOLEAN,
      values: this.#known?.size ?? this.#values.size,
      dictionary: null,
      data: [...(this.#known === null ? [] : [this.#known.levels()]), this.#values.packed()],
    };
  }
}

const NUMBERS = {
  integer: { type: INT32, width: 4 },
  bigint: { type: INT64, width: 8 },
  double: { type: DOUBLE, width: 8 },
} as const;

class NumberColumn implements RunColumn {
  readonly #check: Check;
  readonly #known: Bits | null;
  readonly #kind: keyof typeof NUMBERS;
  #bytes: Buffer = Buffer.alloc(ROOM * 8);
  #size = 0;
  #end = 0;

  constructor(check: Check, nullable: boolean, kind: keyof typeof NUMBERS) {
    this.#check = check;
    this.#known = nullable ? new Bits() : null;
    this.#kind = kind;
  }

  add(value: Cell | undefined): number {
    const number = this.#check(value) as number | null;
    this.#known?.push(number !== null);
    this.#size++;
    if (number === null) return 0;
    if (this.#end + 8 > this.#bytes.length) this.#bytes = doubled(this.#bytes);
    if (this.#kind === 'integer') this.#bytes.writeInt32LE(number, this.#end);
    else if (this.#kind === 'double') this.#bytes.writeDoubleLE(number, this.#end);
    else {
      // Its two halves; a BigInt would be made only to be thrown away.
      this.#bytes.writeInt32LE(number | 0, this.#end);
      this.#bytes.writeInt32LE(Math.floor(number / 2 ** 32), this.#end + 4);
    }
    this.#end += NUMBERS[this.#kind].width;
    return 0;
  }

  encode(): EncodedColumn {
    return {
      type: NUMBERS[this.#kind].type,
      values: this.#size,
      dictionary: null,
      data: [...(this.#known === null ? [] : [this.#known.levels()]), this.#bytes.subarray(0, this.#end)],
    };
  }
}
