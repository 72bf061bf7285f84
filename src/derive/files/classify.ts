import { hasBinaryExtension, languageNamed, linguist, typeOfLanguage } from './linguist.ts';
import { isConfigurationPath, isOwnConfiguration, isTestPath } from './own-rules.ts';

export type FileClass =
  | 'source'
  | 'test'
  | 'documentation'
  | 'configuration'
  | 'generated'
  | 'vendored'
  | 'data'
  | 'binary';

/** What `.gitattributes` say of a path; null where they are silent. */
export interface LinguistAttributes {
  readonly vendored: boolean | null;
  readonly generated: boolean | null;
  readonly documentation: boolean | null;
  readonly detectable: boolean | null;
  /** `linguist-language`, as written. */
  readonly language: string | null;
  /** The macro `binary`, or `-text` with `-diff`. */
  readonly binary: boolean;
}
export const NO_ATTRIBUTES: LinguistAttributes = {
  vendored: null,
  generated: null,
  documentation: null,
  detectable: null,
  language: null,
  binary: false,
};

/** What is known of a file at the head besides its path; see `head_files`. */
export interface HeadFile {
  readonly kind: string;
  readonly size: number | null;
  readonly is_binary: boolean | null;
  readonly is_generated: boolean | null;
  readonly interpreter: string | null;
}

export interface Classified {
  readonly class: FileClass;
  readonly language: string | null;
  /** As the truck factor study counts files: see `files.is_counted`. Always false for a path that is not at the head. */
  readonly isCounted: boolean;
}

/**
 * Classes of files by GitHub Linguist's rules and the attributes, then a few of our own that tell tests from sources and
 * configuration from data. A path gone from the head (`file` null) is classed by its path alone.
 *
 * Misleads where Linguist does: a language by extension alone, `examples/` as documentation, unusual homes of copied code.
 */
export function classifier(): (path: string, file: HeadFile | null, attributes: LinguistAttributes) => Classified {
  const verdictOf = linguist();
  return (path, file, attributes) => {
    // A submodule is another project, a symbolic link no content of its own; Linguist leaves both out.
    if (file?.kind === 'submodule') return { class: 'vendored', language: null, isCounted: false };
    if (file?.kind === 'symlink') return { class: 'data', language: null, isCounted: false };
    const verdict = verdictOf(path, file?.interpreter ?? null);
    const language = (attributes.language === null ? null : languageNamed(attributes.language)) ?? verdict.language;
    const type = typeOfLanguage(language);
    const isVendored = attributes.vendored ?? verdict.isVendored;
    const isGenerated = attributes.generated ?? (verdict.isGenerated || file?.is_generated === true);
    const isDocumentation = attributes.documentation ?? verdict.isDocumentation;
    const isBinary = file?.is_binary ?? (attributes.binary || (language === null && hasBinaryExtension(path)));
    const isProgram = type === 'programming' || type === 'markup';
    const classified = (name: FileClass): Classified => ({
      class: name,
      language: isBinary ? null : language,
      isCounted:
        file !== null &&
        file.size !== 0 &&
        language !== null &&
        (attributes.detectable ?? isProgram) &&
        !isVendored &&
        !isGenerated &&
        !isDocumentation &&
        !isBinary,
    });
    if (attributes.vendored === null && isOwnConfiguration(path)) return classified('configuration');
    if (isVendored) return classified('vendored');
    if (isGenerated) return classified('generated');
    if (isBinary) return classified('binary');
    if (isDocumentation || type === 'prose') return classified('documentation');
    if (isConfigurationPath(path, language, type)) return classified('configuration');
    if (isProgram || attributes.detectable === true) return classified(isTestPath(path) ? 'test' : 'source');
    return classified('data');
  };
}
