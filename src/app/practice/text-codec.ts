import { FortnightError } from '../../domain/errors.ts';

/** How texts rest in files. */
export interface TextCodec {
  /** What files are called after the name of their record: nothing, or `.age`. */
  readonly ending: string;
  encode(text: string): Uint8Array | Promise<Uint8Array>;
  /** Throws a `FortnightError` that says why it is no text. */
  decode(bytes: Uint8Array): string | Promise<string>;
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8, byte order mark included, so that the same text gives the same bytes. */
export const plainText: TextCodec = {
  ending: '',
  encode: (text) => new TextEncoder().encode(text),
  decode(bytes) {
    try {
      return DECODER.decode(bytes);
    } catch (error) {
      throw new FortnightError('no-text', 'It is not UTF-8 text.', { hint: 'Save it as UTF-8.', cause: error });
    }
  },
};
