/** One value of Thrift's compact protocol, in which Parquet writes what it says about itself. Numbers are whole and not negative. */
export type Thrift =
  | { readonly i32: number }
  | { readonly i64: number }
  | { readonly text: string }
  | { readonly list: readonly Thrift[] }
  | { readonly struct: Readonly<Record<number, Thrift>> };

/** Encodes a struct; its fields are known by their numbers, which must ascend. */
export function encodeThrift(struct: Readonly<Record<number, Thrift>>): Buffer {
  const bytes: number[] = [];
  writeStruct(bytes, struct);
  return Buffer.from(bytes);
}

/** A number seven bits at a time, lowest first. */
export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return bytes;
}

function writeStruct(bytes: number[], fields: Readonly<Record<number, Thrift>>): void {
  let last = 0;
  for (const [key, value] of Object.entries(fields)) {
    const id = Number(key);
    bytes.push(((id - last) << 4) | typeOf(value));
    writeValue(bytes, value);
    last = id;
  }
  bytes.push(0);
}

function writeValue(bytes: number[], value: Thrift): void {
  if ('struct' in value) writeStruct(bytes, value.struct);
  else if ('list' in value) {
    const [first = { i32: 0 }] = value.list;
    bytes.push(0xf0 | typeOf(first), ...varint(value.list.length));
    for (const one of value.list) writeValue(bytes, one);
  } else if ('text' in value) {
    const text = Buffer.from(value.text);
    bytes.push(...varint(text.length), ...text);
  } else bytes.push(...varint(2 * ('i32' in value ? value.i32 : value.i64)));
}

function typeOf(value: Thrift): number {
  if ('i32' in value) return 5;
  if ('i64' in value) return 6;
  if ('text' in value) return 8;
  return 'list' in value ? 9 : 12;
}
