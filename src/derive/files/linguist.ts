import data from './linguist.json' with { type: 'json' };
import { pathRules } from './path-rules.ts';

/** What kind of language: Linguist counts programming and markup as a repository's languages. */
export type LanguageType = 'programming' | 'markup' | 'prose' | 'data';

/** GitHub Linguist's verdict on a path, from names alone (and a file's first line where it was read). */
export interface Verdict {
  readonly language: string | null;
  readonly isVendored: boolean;
  readonly isDocumentation: boolean;
  /** By a rule on the path; rules on the content are the collector's. */
  readonly isGenerated: boolean;
}

const lists = (table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(table).map(([key, names]) => [key, names.split('|')]));

const EXTENSIONS = lists(data.extensions);
const FILENAMES = lists(data.filenames);
const INTERPRETERS = lists(data.interpreters);
const ALIASES = lists(data.aliases);
const TYPES: ReadonlyMap<string, LanguageType> = new Map(
  Object.entries(data.languages).map(([name, type]) => [name, languageType(type)]),
);
const BINARY: ReadonlySet<string> = new Set(data.binaryExtensions);

/** A classifier of paths; it remembers directories and extensions, so keep one for many paths. */
export function linguist(): (path: string, interpreter: string | null) => Verdict {
  const isVendored = pathRules(data.vendored);
  const isDocumentation = pathRules(data.documentation);
  const isGenerated = pathRules(data.generated);
  const isGeneratedAnyCase = pathRules(data.generatedAnyCase, 'i');
  return (path, interpreter) => ({
    language: languageOf(path, interpreter),
    isVendored: isVendored(path),
    isDocumentation: isDocumentation(path),
    isGenerated: isGenerated(path) || isGeneratedAnyCase(path),
  });
}

/**
 * Language by Linguist's order: file name, `#!` line, longest known extension. Where Linguist would read the content to
 * choose among several languages, the first of the list is taken: its own fallback, else the popular one.
 */
export function languageOf(path: string, interpreter: string | null): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const byName = FILENAMES.get(name);
  if (byName?.length === 1) return byName[0] ?? null;
  let candidates = byName ?? [];
  if (interpreter !== null) {
    candidates = narrowed(candidates, INTERPRETERS.get(interpreter) ?? ALIASES.get(interpreter) ?? []);
    if (candidates.length === 1) return candidates[0] ?? null;
  }
  return narrowed(candidates, byExtension(name))[0] ?? null;
}

/** Type of a language by its exact name; null for one unknown. */
export function typeOfLanguage(language: string | null): LanguageType | null {
  return language === null ? null : (TYPES.get(language) ?? null);
}

/** A language by a name or alias as in `linguist-language=c++`, ignoring case; null when there is none. */
export function languageNamed(name: string): string | null {
  return ALIASES.get(name.toLowerCase())?.[0] ?? null;
}

/** Does the extension say that the file is no text (images, archives, fonts, programs)? */
export function hasBinaryExtension(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 && BINARY.has(name.slice(dot).toLowerCase());
}

/** The later list where nothing is known yet; what both agree on; else what was known. */
function narrowed(known: readonly string[], found: readonly string[]): readonly string[] {
  if (known.length === 0) return found;
  const both = found.filter((name) => known.includes(name));
  return both.length > 0 ? both : known;
}

/** `.html.erb` before `.erb`. */
function byExtension(name: string): readonly string[] {
  const lower = name.toLowerCase();
  // A name's own leading dot opens an extension to Linguist too: `.bashrc` is a name, `.json` an extension.
  for (let dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
    const found = EXTENSIONS.get(lower.slice(dot));
    if (found !== undefined) return found;
  }
  return [];
}

function languageType(type: string | undefined): LanguageType {
  return type === 'programming' || type === 'markup' || type === 'prose' ? type : 'data';
}
