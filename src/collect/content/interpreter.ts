import type { Text } from './text.ts';

/** Linguist reads modelines in this many lines at either end. */
const MODELINE_SCOPE = 5;
/** A longer line is no modeline, and no path of a program. */
const LONGEST_LINE = 1000;

/**
 * The program a `#!` line names (`python3`, without directory and minor version), else the language an Emacs or Vim
 * modeline names, in lower case; else null.
 */
export function interpreterOf(text: Text): string | null {
  return shebang(text.lines) ?? modeline(text);
}

function shebang(lines: readonly string[]): string | null {
  const first = (lines[0] ?? '').slice(0, LONGEST_LINE);
  if (!first.startsWith('#!')) return null;
  const words = first
    .slice(2)
    .split(/[ \t]+/)
    .filter((word) => word !== '');
  let script = lastSegment(words[0] ?? '');
  if (script === 'env') script = lastSegment(words.slice(1).find((word) => !isEnvArgument(word)) ?? '');
  script = script.replace(/\.\d+$/, '');
  if (script === 'sh') script = execOf(lines) ?? script;
  // `osascript -l Language` runs a language that is no program.
  if (script === 'osascript' && words.some((word) => word.startsWith('-l'))) return null;
  return script === '' ? null : script;
}

/** `env -S`, `env NAME=value`: what stands before the program. */
function isEnvArgument(word: string): boolean {
  return word.startsWith('-') || word.includes('=');
}

/** The trick `#!/bin/sh` and then `exec python "$0" "$@"`. */
function execOf(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, MODELINE_SCOPE)) {
    const start = line.indexOf('exec ');
    if (start < 0) continue;
    const [program = '', self = '', rest = ''] = line.slice(start + 5, start + LONGEST_LINE).split(/[\s"']+/);
    if (/^\w+$/.test(program) && self === '$0' && rest.startsWith('$@')) return program;
  }
  return null;
}

function modeline({ lines, whole }: Text): string | null {
  const ends = [
    ...lines.slice(0, MODELINE_SCOPE),
    ...(whole ? lines.slice(MODELINE_SCOPE).slice(-MODELINE_SCOPE) : []),
  ];
  const short = ends.filter((line) => line.length <= LONGEST_LINE);
  // Such an archive's modeline speaks of the files in it.
  if (short.some((line) => line.includes('UseVimball'))) return null;
  return firstOf(short, emacsMode) ?? firstOf(short, vimFileType);
}

/** `-*- ruby -*-`, `-*- coding: utf-8; mode: ruby -*-` */
function emacsMode(line: string): string | null {
  const start = line.indexOf('-*-');
  const end = start < 0 ? -1 : line.indexOf('-*-', start + 3);
  if (end < 0) return null;
  const inner = line.slice(start + 3, end).trim();
  if (!inner.includes(':')) return /^[^;\s]+$/.test(inner) ? inner.toLowerCase() : null;
  return /(?:^|[\s;])mode[ \t]*:[ \t]*([^:;\s]+)/i.exec(inner)?.[1]?.toLowerCase() ?? null;
}

/** `vim: ft=ruby`, `vi: set filetype=ruby :`, ` ex: syntax=ruby` */
function vimFileType(line: string): string | null {
  const start = /(?:(?:^|[ \t])(?:vi|[vV]im(?:[<=>]?\d{1,6})?)|[ \t]ex):/.exec(line);
  if (!start) return null;
  let options = line.slice(start.index + start[0].length);
  if (/^[ \t]*set?[ \t]/.test(options)) {
    const close = options.indexOf(':');
    // "set" without its closing colon is no modeline to Vim either.
    if (close < 0) return null;
    options = options.slice(0, close);
  }
  for (const option of options.split(/[ \t:]+/)) {
    const name = /^(?:filetype|ft|syntax)=(\w+)$/.exec(option)?.[1];
    if (name !== undefined) return name.toLowerCase();
  }
  return null;
}

function firstOf(lines: readonly string[], read: (line: string) => string | null): string | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
