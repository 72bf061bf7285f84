import type { z } from 'zod';
import type { Place } from '../app/open.ts';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { Page } from '../domain/page.ts';

/** An option as data: commander, the manual, the completion and the tests all read it. */
export interface OptionDefinition {
  /** Kebab-case without dashes; `no-config` is given as `--no-config`. */
  readonly name: string;
  readonly kind: 'flag' | 'text' | 'number' | 'choice';
  /** How the value is called in the help: `PATH`. Not for flags. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  readonly isRepeatable?: boolean;
  readonly default?: number | string;
  readonly doc: string;
}

export interface ArgumentDefinition {
  readonly name: string;
  readonly doc: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
  /** All it may be, for the completion. */
  readonly choices?: readonly string[];
}

/** Values of the command's own options by name; what was not given is absent. */
export type OptionValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Where a command runs, and what stood on its line. */
export interface CommandContext extends Place {
  /** Arguments by name; a variadic one is a list. */
  readonly arguments: Readonly<Record<string, readonly string[]>>;
  readonly options: OptionValues;
}

/** What a command answers: data for programs and a page for people, of the same content. */
export interface Outcome {
  readonly data: unknown;
  readonly page: Page;
  readonly exitCode: ExitCode;
}

/** What a command says when it is for another program, or was said while it ran. */
export interface Told {
  readonly text: string;
  /** It runs until it is stopped, so that Ctrl-C is its good end. */
  readonly endsWhenStopped?: boolean;
}

/**
 * A command of the command line. Adding one touches its file, its test and one line of `commands/index.ts`; the parser,
 * the help, the manual, the completion and the JSON schema derive from this object.
 */
export interface CommandDefinition {
  /** Its words: `people join`; the empty text is `fortnight` alone. */
  readonly name: string;
  /** One line without a full stop, for lists. */
  readonly summary: string;
  /** Its manual page: what it is for, what it does, what it does not. */
  readonly description: string;
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  readonly arguments: readonly ArgumentDefinition[];
  readonly options: readonly OptionDefinition[];
  /** Also taken when only the first words of its name are given. */
  readonly isDefault?: boolean;
  /** Made from the index of measures: listed with its group, not by the side of it. */
  readonly isGenerated?: boolean;
  /** Shape of its `--json`; null when it writes text for another program (a shell's completion script). */
  readonly schema: z.ZodType | null;
  run(context: CommandContext): Promise<Outcome | Told>;
}

/** `[PATH...]`, the last argument of every command that looks at repositories. */
export const PATHS: ArgumentDefinition = {
  name: 'path',
  doc: 'Repositories to look at together, as `--repo`; the current folder when none is given.',
  isRequired: false,
  isVariadic: true,
};

/** 3 when the answer rests on a history that is not whole, and so may be wrong; else 0. */
export const exitCodeOf = (setting: { readonly isPartial: boolean }): ExitCode =>
  setting.isPartial ? EXIT.partial : EXIT.fine;

/** The place of a command about an absence: who the lead was, and what there was, is settled as of `--from`. */
export function before(context: CommandContext): CommandContext {
  const { from } = context.options;
  return typeof from === 'string' ? { ...context, request: { ...context.request, before: from } } : context;
}
