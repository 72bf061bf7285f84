import type { Effects } from '../domain/effects.ts';
import type { Page } from '../domain/page.ts';
import { ascii, plain } from '../domain/plain.ts';
import { json } from '../report/json.ts';
import { markdown } from '../report/markdown.ts';
import type { Screen } from '../report/paint.ts';
import { terminal } from '../report/terminal.ts';

/** How an answer is wanted. */
export interface Look {
  readonly format: 'terminal' | 'json' | 'markdown';
  /** Null: as the output and the environment suggest. */
  readonly colour: boolean | null;
  readonly width: number | null;
}

/** An answer as text, in the format that is wanted. */
export function show(answer: { readonly data: unknown; readonly page: Page }, look: Look, effects: Effects): string {
  switch (look.format) {
    case 'json':
      return json(answer.data);
    case 'markdown':
      return markdown(answer.page);
    case 'terminal':
      return terminal(answer.page, screenOf(look, effects));
  }
}

/** One line for stderr: text of a repository may stand in it. */
export function oneLine(text: string, effects: Effects): string {
  return showsUnicode(effects.env) ? plain(text) : ascii(text);
}

function screenOf(look: Pick<Look, 'colour' | 'width'>, effects: Effects): Screen {
  return {
    width: look.width ?? Math.max(40, effects.stdout.columns),
    colour: look.colour ?? wantsColour(effects),
    unicode: showsUnicode(effects.env),
  };
}

/** https://no-color.org and FORCE_COLOR as Node reads it; else colours where a terminal shows them. */
function wantsColour({ env, stdout }: Effects): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  return stdout.isTerminal && env.TERM !== 'dumb';
}

/** A locale that names another character set, or a console that has none, is believed; silence is not. */
function showsUnicode(env: Effects['env']): boolean {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value !== undefined && value !== '');
  return env.TERM !== 'linux' && (locale === undefined || /utf-?8/i.test(locale));
}
