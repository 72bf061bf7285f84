import { z } from 'zod';
import { EXIT, FortnightError } from './errors.ts';

/**
 * `fortnight.yml` at the root of a repository. It is data from a stranger: it can name no program, no address to call
 * and no path outside the repository, and whatever it changes in a figure is said beside that figure.
 */
const pattern = z
  .string()
  .min(1)
  .max(500)
  .refine((p) => !p.startsWith('/') || p.length > 1, 'an empty pattern')
  .refine((p) => !p.split('/').includes('..'), 'a pattern cannot leave the repository');
const identity = z.string().min(1).max(400);

export const configSchema = z.strictObject({
  /** Who is taken to be the lead when `--lead` is not given: a name, an address or `Name <email>`. */
  lead: identity.optional(),
  people: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        /** Addresses or `Name <email>` that are this person. */
        identities: z.array(identity).max(200).default([]),
        kind: z.enum(['human', 'bot', 'agent']).optional(),
      }),
    )
    .max(5000)
    .default([]),
  /** Identities that no rule may join to anybody: each stays its own person. */
  split: z.array(identity).max(5000).default([]),
  /** Area name to gitignore-style patterns; before CODEOWNERS and everything else. */
  areas: z.record(z.string().min(1).max(200), z.array(pattern).max(200)).default({}),
  /** Corrections of file classes, the last match winning. */
  files: z
    .array(
      z.strictObject({
        pattern,
        class: z.enum(['source', 'test', 'documentation', 'configuration', 'generated', 'vendored', 'data', 'binary']),
      }),
    )
    .max(1000)
    .default([]),
  /** What the lead means to come to. No figure depends on it: it stands beside the evidence. */
  targets: z
    .strictObject({
      /** At most this share of the lead's visible work is meant to be writing product code. */
      'hands-on': z.number().min(0).max(1).optional(),
    })
    .optional(),
});
export type Config = z.infer<typeof configSchema>;

export const EMPTY_CONFIG: Config = configSchema.parse({});

/**
 * Checks a parsed `fortnight.yml`; throws a {@link FortnightError} naming the first thing wrong, and its line where the
 * reader of the file can tell it.
 */
export function parseConfig(
  value: unknown,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | null = () => null,
): Config {
  const result = configSchema.safeParse(value ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path ?? [];
  // An unknown key is the fault itself, not the collection it stands in.
  const line = lineOf(issue?.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path);
  const where = [path.join('.'), line === null ? '' : `line ${line}`].filter(Boolean).join(', ');
  throw new FortnightError(
    'invalid-configuration',
    `${file} is not valid${where ? ` at ${where}` : ''}: ${(issue?.message ?? 'unknown problem').slice(0, 200)}.`,
    {
      hint: 'Mend that line, or run with --no-config to leave the file aside.',
      exitCode: EXIT.usage,
    },
  );
}
