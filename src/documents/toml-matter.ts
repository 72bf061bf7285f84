import type { MatterChanges, MatterValue } from './matter.ts';
import { lineStop, type MatterEntry, type MatterReading, type Splice } from './matter-entry.ts';
import { tomlEnd, tomlValue } from './toml-value.ts';

const KEY = /^[ \t]*(?:([A-Za-z0-9_-]+)|"([^"\\\r\n]*)"|'([^'\r\n]*)')[ \t]*=[ \t]*/;
const SKIPPED = /^[ \t]*(?:#[^\r\n]*)?\r?\n?$/;

/** A key of TOML, and where its value stands. */
interface TomlEntry extends MatterEntry {
  readonly from: number;
  readonly to: number;
}

interface TomlReading extends MatterReading {
  readonly entries: readonly TomlEntry[];
}

/** Reads the keys before the first table of TOML; what is no TOML is left out, with a problem. Days are texts. */
export function readToml(matter: string): TomlReading {
  const entries: TomlEntry[] = [];
  const problems: { at: number; message: string }[] = [];
  for (let at = 0; at < tomlEnd(matter); ) {
    const stop = lineStop(matter, at);
    const start = at;
    at = stop;
    const line = matter.slice(start, stop);
    if (SKIPPED.test(line)) continue;
    const [opening, ...names] = KEY.exec(line) ?? [];
    const from = start + (opening?.length ?? 0);
    const found = opening === undefined ? null : tomlValue(matter, from);
    const key = names.find((name) => name !== undefined);
    const end = found === null ? stop : lineStop(matter, found.end);
    if (found === null || key === undefined || !SKIPPED.test(matter.slice(found.end, end))) {
      problems.push({ at: start, message: 'The front matter has a line that is no TOML.' });
      continue;
    }
    if (entries.some((entry) => entry.key === key)) {
      problems.push({ at: start, message: `says ${key} twice; the last one counts` });
    }
    const source = /^[^"'[{]/.test(matter.slice(from)) ? matter.slice(from, found.end) : null;
    entries.push({ key, value: found.value, source, start, stop: end, from, to: found.end });
    at = end;
  }
  return { entries, problems };
}

/** Changes of keys as splices; new ones stand before the first table. */
export function editToml(matter: string, changes: MatterChanges, eol: string): Splice[] {
  const { entries } = readToml(matter);
  const splices: Splice[] = [];
  const end = tomlEnd(matter);
  for (const [key, value] of Object.entries(changes)) {
    const found = entries.filter((entry) => entry.key === key);
    const last = found.at(-1);
    if (value === null) splices.push(...found.map(({ start, stop }) => ({ from: start, to: stop, text: '' })));
    else if (last === undefined) {
      const name = /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlText(key);
      splices.push({ from: end, to: end, text: `${name} = ${printed(value)}${eol}` });
    } else splices.push({ from: last.from, to: last.to, text: printed(value) });
  }
  return splices;
}

function printed(value: MatterValue): string {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : tomlText(value);
  if (typeof value !== 'object') return String(value);
  return `[${value.map((item) => (typeof item === 'string' ? tomlText(item) : inlineTable(item))).join(', ')}]`;
}

function inlineTable(item: Readonly<Record<string, string | number | boolean>>): string {
  const pairs = Object.entries(item).map(([key, value]) => {
    return `${/^[A-Za-z0-9_-]+$/.test(key) ? key : tomlText(key)} = ${printed(value)}`;
  });
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

const tomlText = (text: string): string => JSON.stringify(text).replaceAll('\u007f', '\\u007f');
