import { resolve } from 'node:path';
import type { Effects } from '../../domain/effects.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { isCode } from '../../store/durable.ts';
import { readGivenFile } from '../given-file.ts';
import { plainText, type TextCodec } from './text-codec.ts';

type Age = typeof import('age-encryption');

/** Nobody has so many keys. Bytes. */
const MOST_BYTES = 1 << 16;
const SEALED = 'age-encryption.org/v1';
const SEALED_ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';

/**
 * How private records are encrypted: with age, for the identities in the file that `$FORTNIGHT_AGE_IDENTITY_FILE` names, as
 * `age-keygen` writes it. Where that file is itself sealed with a passphrase, the first line of the file that
 * `$FORTNIGHT_AGE_PASSPHRASE_FILE` names opens it. Null where no key is named: records are plain files then. Throws `no-age` where the
 * package `age-encryption` is not installed, and `no-identity` for a file that holds no key.
 */
export async function ageCodec({ env, cwd }: Pick<Effects, 'env' | 'cwd'>): Promise<TextCodec | null> {
  const named = env.FORTNIGHT_AGE_IDENTITY_FILE ?? '';
  if (named === '') return null;
  const age = await loadAge();
  const secret = env.FORTNIGHT_AGE_PASSPHRASE_FILE ?? '';
  const text = await opened(age, await bytesOf(resolve(cwd, named)), secret === '' ? null : resolve(cwd, secret));
  const identities = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => /^AGE-SECRET-KEY-/.test(line));
  if (identities.length === 0) throw noIdentity('It holds no line that begins with AGE-SECRET-KEY.');
  return await codecOf(age, identities);
}

async function codecOf(age: Age, identities: readonly string[]): Promise<TextCodec> {
  const [encrypter, decrypter] = [new age.Encrypter(), new age.Decrypter()];
  try {
    for (const identity of identities) {
      encrypter.addRecipient(await age.identityToRecipient(identity));
      decrypter.addIdentity(identity);
    }
  } catch (error) {
    throw noIdentity('A key in it is damaged.', error);
  }
  return {
    ending: '.age',
    encode: async (text) => await encrypter.encrypt(await plainText.encode(text)),
    async decode(bytes) {
      try {
        return await plainText.decode(await decrypter.decrypt(bytes, 'uint8array'));
      } catch (error) {
        if (error instanceof FortnightError) throw error;
        throw new FortnightError('not-decrypted', 'It is encrypted for another key, or damaged.', {
          hint: 'Name the key with which it was written: FORTNIGHT_AGE_IDENTITY_FILE.',
          cause: error,
        });
      }
    },
  };
}

async function loadAge(): Promise<Age> {
  try {
    return await import('age-encryption');
  } catch (error) {
    if (!isCode(error, 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new FortnightError(
      'no-age',
      'Records are to be encrypted, and the package age-encryption is not installed.',
      {
        hint: 'Install it beside Fortnight: npm install --global age-encryption',
        exitCode: EXIT.usage,
        cause: error,
      },
    );
  }
}

/** The identities as text, also where they are sealed with a passphrase. */
async function opened(age: Age, bytes: Uint8Array, passphraseFile: string | null): Promise<string> {
  const text = new TextDecoder('latin1').decode(bytes);
  const isArmored = text.startsWith(SEALED_ARMOR);
  if (!isArmored && !text.startsWith(SEALED)) return text;
  if (passphraseFile === null) {
    throw noIdentity('It is sealed with a passphrase: name a file that holds it in FORTNIGHT_AGE_PASSPHRASE_FILE.');
  }
  const passphrase = new TextDecoder().decode(await bytesOf(passphraseFile)).split(/\r?\n/)[0] ?? '';
  const decrypter = new age.Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(isArmored ? age.armor.decode(text) : bytes, 'text');
  } catch (error) {
    throw noIdentity('The passphrase does not open it.', error);
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const bytes = await readGivenFile(path, MOST_BYTES);
    if (bytes !== null) return bytes;
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP')) throw error;
  }
  throw noIdentity(`${path} cannot be read.`);
}

const noIdentity = (why: string, cause?: unknown) =>
  new FortnightError('no-identity', `The key of the private records cannot be used. ${why}`, {
    hint: 'FORTNIGHT_AGE_IDENTITY_FILE names a file as age-keygen writes it.',
    exitCode: EXIT.usage,
    cause,
  });
