import { pages } from '../../app/pages.ts';
import { convertRecords } from '../../app/practice/convert-records.ts';
import { guardHook, writeGuard } from '../../app/practice/guard.ts';
import { checkRecords, recordPlaces } from '../../app/practice/record-places.ts';
import { EXIT } from '../../domain/errors.ts';
import { recordPlacesSchema, recordsCheckSchema, recordsConvertedSchema } from '../../domain/records/record-check.ts';
import { type CommandDefinition, PATHS } from '../command.ts';

/** `fortnight records check`. */
export const recordsCheckCommand: CommandDefinition = {
  name: 'records check',
  summary: 'what is wrong with records, by file and line',
  description:
    'Reads every record of every kind, in the repository and in the private folder, and says what its kind does not allow, what cannot be read, and what lies where it should not. Changes nothing. Ends with 6 when something is wrong.',
  examples: [
    { line: 'fortnight records check', does: 'every record there is' },
    { line: 'fortnight records check --json', does: 'for an editor or a pipeline' },
  ],
  arguments: [PATHS],
  options: [],
  schema: recordsCheckSchema,
  async run(context) {
    const data = await checkRecords(context);
    return { data, page: pages.recordsCheck(data), exitCode: data.isValid ? EXIT.fine : EXIT.gate };
  },
};

/** `fortnight records where`. */
export const recordsWhereCommand: CommandDefinition = {
  name: 'records where',
  summary: 'where the records of every kind lie',
  description:
    'Says in which folder the records of each kind lie: those of the team in the repository, private ones in the private folder, which $FORTNIGHT_PRIVATE_DIR names.',
  examples: [{ line: 'fortnight records where', does: 'every kind and its folder' }],
  arguments: [PATHS],
  options: [],
  schema: recordPlacesSchema,
  async run(context) {
    const data = await recordPlaces(context);
    return { data, page: pages.recordPlaces(data), exitCode: EXIT.fine };
  },
};

/** `fortnight records guard`. */
export const recordsGuardCommand: CommandDefinition = {
  name: 'records guard',
  summary: 'a hook of git that refuses private records in a commit',
  description:
    'Prints a pre-commit hook that refuses a commit with a private record in it, which it knows by the line `fortnight: KIND` of its front matter. With --write it is put among the hooks of the repository, where there is none yet. It needs git, a POSIX shell and awk, not Fortnight. An encrypted record it cannot know.',
  examples: [
    { line: 'fortnight records guard', does: 'look at it first, or save it beside a hook there is' },
    { line: 'fortnight records guard --write', does: 'install it in this clone' },
  ],
  arguments: [PATHS],
  options: [{ name: 'write', kind: 'flag', doc: 'Put it into the repository, unless a hook is there.' }],
  schema: null,
  async run(context) {
    if (context.options.write !== true) return { text: guardHook() };
    return { text: `Private records are refused from now on by ${await writeGuard(context)}.\n` };
  },
};

const KEY =
  'The key is the file that $FORTNIGHT_AGE_IDENTITY_FILE names, as age-keygen writes it; where a passphrase seals it, $FORTNIGHT_AGE_PASSPHRASE_FILE names a file that holds the passphrase. The package age-encryption has to be installed beside Fortnight.';

/** `fortnight records encrypt`. */
export const recordsEncryptCommand: CommandDefinition = {
  name: 'records encrypt',
  summary: 'encrypt every private record with age',
  description: `Encrypts every private record, file by file, for your key; from then on they are read and written so as long as the key is named, and any age reads them: NAME.md.age. A lost key is lost records. ${KEY} Handovers and moves stay plain files.`,
  examples: [{ line: 'FORTNIGHT_AGE_IDENTITY_FILE=key.txt fortnight records encrypt', does: 'once, with your key' }],
  arguments: [PATHS],
  options: [],
  schema: recordsConvertedSchema,
  async run(context) {
    const data = await convertRecords(context, 'encrypted');
    return { data, page: pages.recordsConverted(data), exitCode: EXIT.fine };
  },
};

/** `fortnight records decrypt`. */
export const recordsDecryptCommand: CommandDefinition = {
  name: 'records decrypt',
  summary: 'make plain files of encrypted private records',
  description: `Decrypts every private record, file by file; afterwards unset the variable that names the key. ${KEY}`,
  examples: [{ line: 'FORTNIGHT_AGE_IDENTITY_FILE=key.txt fortnight records decrypt', does: 'once, with your key' }],
  arguments: [PATHS],
  options: [],
  schema: recordsConvertedSchema,
  async run(context) {
    const data = await convertRecords(context, 'plain');
    return { data, page: pages.recordsConverted(data), exitCode: EXIT.fine };
  },
};
