/**
 * Every table of facts, its columns and what they mean: the one place that names them.
 *
 * *Raw* tables are what a collector yields, per repository, and what rests on disk. *Derived* tables are computed from
 * the raw ones plus the configuration (who is one person, what an area is) and are what measures read. In every table
 * unknown is NULL, never a default date or zero. Times are whole seconds since 1970-01-01T00:00:00Z.
 *
 * Bump {@link FACTS_VERSION} when a raw table, or the meaning of one of its columns, changes: facts of another version
 * are scanned again, never migrated. Bump {@link DERIVATION_VERSION} when only a derived table changes.
 */
export const FACTS_VERSION = 2;
export const DERIVATION_VERSION = 4;

/** Column types; `text[]` is a list. `bigint` holds times and sizes and is read as a JavaScript number. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'double' | 'boolean' | 'text[]';

export interface Column {
  readonly type: ColumnType;
  readonly nullable?: boolean;
  readonly doc: string;
}

export interface Table {
  readonly doc: string;
  /** Columns that order the rows of a part, so that the same facts are the same bytes. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

const text = (doc: string) => ({ type: 'text', doc }) as const;
const maybeText = (doc: string) => ({ type: 'text', nullable: true, doc }) as const;
const integer = (doc: string) => ({ type: 'integer', doc }) as const;
const maybeInteger = (doc: string) => ({ type: 'integer', nullable: true, doc }) as const;
const maybeSeconds = (doc: string) => ({ type: 'bigint', nullable: true, doc }) as const;
const maybeBigint = (doc: string) => ({ type: 'bigint', nullable: true, doc }) as const;
const boolean = (doc: string) => ({ type: 'boolean', doc }) as const;
const maybeBoolean = (doc: string) => ({ type: 'boolean', nullable: true, doc }) as const;
const texts = (doc: string) => ({ type: 'text[]', doc }) as const;

const repository = text('Which repository: `repositories.repository`.');
const commitId = text('Object id of the commit, lower-case hex (40 digits, or 64 in a SHA-256 repository).');
const person = text('`people.person`.');
const change = text('`changes.change`: the id of the commit on the mainline with which it landed (a batch: its last).');

/**
 * Tables a collector yields. `commits`, `file_changes`, `trailers` and `landings` are streamed and partitioned by
 * time; the others are small and written whole at each scan.
 */
export const RAW_TABLES = {
  commits: {
    doc: 'Every commit reachable from the head, a branch, a remote branch or a tag.',
    key: ['id'],
    columns: {
      id: commitId,
      parents: texts('Parent ids in order; empty for a root, or at the edge of a shallow clone.'),
      author: text('Identity of the author, `Name <email>` exactly as recorded (decoded to UTF-8).'),
      author_time: maybeSeconds('When the author says it was made; null when unreadable.'),
      author_zone: maybeInteger("Author's offset from UTC in minutes; null when absurd (beyond ±14 h) or unreadable."),
      committer: text('Identity of the committer, `Name <email>`.'),
      committer_time: maybeSeconds('When it was committed (applied, merged, squashed); null when unreadable.'),
      committer_zone: maybeInteger("Committer's offset in minutes, as `author_zone`."),
      subject: text('First line of the message, at most 500 characters.'),
      route: text(
        'What the message and headers of this commit alone claim of how it landed: merge-pull (merge of a pull or ' +
          'merge request), merge-branch (any other merge), squash (one parent, a request number), patch (one parent, ' +
          'author differs from committer or review trailers), direct.',
      ),
      forge: maybeText('The style recognised: github, gitlab, bitbucket, gerrit, bors, azure or null.'),
      number: maybeInteger('Number of the pull or merge request the message names as its own, or null.'),
      reverts: maybeText('Id (full or abbreviated hex) of the commit it says it reverts, or null.'),
      is_revert: boolean('The message says this undoes an earlier change, whether or not it names it.'),
      is_fix: boolean('The subject or a trailer says this repairs a fault.'),
    },
  },
  trailers: {
    doc: 'Trailers of commit messages (`Reviewed-by: …`), and body lines with the force of one.',
    key: ['commit_id', 'position'],
    columns: {
      commit_id: commitId,
      position: integer('Order within the message, from 0.'),
      token: text('Lower-case token: reviewed-by, co-authored-by, fixes, change-id, …'),
      value: text('Value with folded lines joined, at most 500 characters.'),
    },
  },
  file_changes: {
    doc: 'Files a non-merge commit changed against its first parent (a root: against nothing), renames found.',
    key: ['commit_id', 'path', 'status'],
    columns: {
      commit_id: commitId,
      path: text('Path after the change. Bytes that are not UTF-8, or a leading `"`, are shown C-quoted as git does.'),
      old_path: maybeText('Path before a rename or copy, else null.'),
      status: text('A added, M modified, D deleted, R renamed, C copied, T type changed.'),
      kind: text('file, executable, symlink or submodule (after the change; before it for a deletion).'),
      similarity: maybeInteger('Percent for a rename or copy, else null.'),
    },
  },
  landings: {
    doc: 'Every commit reachable from the head, with the mainline commit through which it first became so.',
    key: ['position', 'commit_id'],
    columns: {
      commit_id: commitId,
      landed_id: text('The first-parent-line commit through which it landed (itself, on the mainline).'),
      position: integer('Place of `landed_id` on the mainline, counted from its oldest commit, 0.'),
    },
  },
  refs: {
    doc: 'The head, branches, remote branches and tags, at the time of the scan.',
    key: ['name'],
    columns: {
      name: text('Full name: HEAD, refs/heads/…, refs/remotes/…, refs/tags/….'),
      kind: text('head, branch, remote or tag.'),
      commit_id: maybeText('Commit it leads to, tags peeled; null for an unborn head or a ref to something else.'),
      tagger: maybeText('Identity of the tagger of an annotated tag.'),
      tagged_time: maybeSeconds('Time of an annotated tag.'),
    },
  },
  head_files: {
    doc: 'Files in the tree of the head.',
    key: ['path'],
    columns: {
      path: text('As in `file_changes`.'),
      blob: text('Object id of the content (or the commit, for a submodule).'),
      kind: text('file, executable, symlink or submodule.'),
      size: maybeBigint('Bytes; null for a submodule or where the object is missing.'),
      is_binary: maybeBoolean('By looking at the content; null where it was not looked at.'),
      is_generated: maybeBoolean("By looking at the content, by Linguist's rules; null where it was not looked at."),
      interpreter: maybeText(
        'Program of a `#!` line or modeline language for files without a telling name, else null.',
      ),
    },
  },
  documents: {
    doc: 'The few files at the head that Fortnight reads as text (.mailmap, attributes, owners, workspaces, fortnight.yml).',
    key: ['path'],
    columns: { path: text('As in `file_changes`.'), content: text('The text, at most 1 MiB; invalid bytes replaced.') },
  },
  decision_files: {
    doc: 'Decision records at the head: Markdown files in docs/decisions, docs/adr, adr, rfcs and the like, as text.',
    key: ['path'],
    columns: {
      path: text('As in `file_changes`.'),
      content: text('The text, at most 256 KiB; invalid bytes replaced.'),
    },
  },
} as const satisfies Record<string, Table>;

/** Tables computed from the raw ones and the configuration; what measures read. */
export const DERIVED_TABLES = {
  repositories: {
    doc: 'The repositories looked at together.',
    key: ['repository'],
    columns: {
      repository: text('Short name, unique in this run.'),
      head_id: maybeText('Commit at the head; null when it has none.'),
      head_time: maybeSeconds('Committer time of the commit at the head.'),
      first_time: maybeSeconds('Committer time of the oldest mainline commit: where the evidence begins.'),
      is_shallow: boolean('History is cut off: everything about the past is a lower bound.'),
      is_partial: boolean('Objects were left out by a filter or are missing: renames and contents may be unknown.'),
      forge_url: maybeText('Web address of the forge when known, for opening evidence; null otherwise.'),
    },
  },
  people: {
    doc: 'Who there is, after identities were joined.',
    key: ['person'],
    columns: {
      person: text('Stable id: a short hash of the alphabetically first identity.'),
      name: text('Name to show.'),
      kind: text('human, bot or agent.'),
    },
  },
  identities: {
    doc: 'Every name and address seen, the person it was joined to, and why.',
    key: ['identity'],
    columns: {
      identity: text('`Name <email>` as recorded.'),
      person,
      rule: text('alone, mailmap, email, no-reply, name, configuration: the rule that joined it to its person.'),
      evidence: text('The rule in words, naming what matched.'),
    },
  },
  commits: {
    doc: 'Every commit, with people instead of identities.',
    key: ['repository', 'id'],
    columns: {
      repository,
      id: commitId,
      author: person,
      author_time: maybeSeconds('As in the raw table.'),
      committer: maybeText('`people.person` who committed; null when a forge did it for somebody unknown.'),
      committer_time: maybeSeconds('As in the raw table.'),
      parent_count: integer('2 and more: a merge.'),
      subject: text('First line of the message.'),
      change: maybeText('`changes.change` it landed with; null when it is not reachable from the head.'),
      is_bulk: boolean('Reformatting, mass rename or listed in .git-blame-ignore-revs: transfers no knowledge.'),
      is_revert: boolean('As in the raw table.'),
      is_fix: boolean('As in the raw table.'),
      reverts: maybeText('Full id of the commit it reverts, when that is known here.'),
    },
  },
  commit_authors: {
    doc: 'Credit: the author and every co-author of a commit, bots and agents included (see `people.kind`).',
    key: ['repository', 'commit_id', 'person'],
    columns: { repository, commit_id: commitId, person },
  },
  file_changes: {
    doc: 'File changes of non-merge commits, with what kind of file it is.',
    key: ['repository', 'commit_id', 'path', 'status'],
    columns: {
      repository,
      commit_id: commitId,
      path: text('Path after the change.'),
      old_path: maybeText('Path before a rename or copy.'),
      status: text('A, M, D, R, C or T.'),
      class: text(
        'source, test, documentation, configuration, generated, vendored, data or binary; by path alone when not at the head.',
      ),
      area: maybeText('`areas.area` the path belongs to, also when the file is gone; null for none.'),
    },
  },
  files: {
    doc: 'Files at the head.',
    key: ['repository', 'path'],
    columns: {
      repository,
      path: text('Path.'),
      class: text('As in `file_changes`.'),
      language: maybeText('Linguist language name, or null.'),
      area: maybeText('`areas.area`.'),
      size: maybeBigint('Bytes; null for a submodule or where the object is missing.'),
      is_counted: boolean(
        'Counts for the truck factor: programming or markup, not vendored, generated, documentation, binary or empty.',
      ),
      is_product: boolean('Source or test: carries knowledge.'),
    },
  },
  file_lineage: {
    doc: 'Each file at the head with every path it ever had: itself, and the old side of every rename onto one of them.',
    key: ['repository', 'path', 'ancestor'],
    columns: {
      repository,
      path: text('Path at the head.'),
      ancestor: text('The same path, or one it was renamed from, at any remove.'),
    },
  },
  areas: {
    doc: 'What people call the parts of the system.',
    key: ['repository', 'area'],
    columns: {
      repository,
      area: text('Name, unique in its repository.'),
      source: text('configuration, codeowners, workspace or directories: what named it.'),
      files: integer('Product files at the head in it.'),
    },
  },
  changes: {
    doc: 'The unit of work, however it landed on the mainline.',
    key: ['repository', 'change'],
    columns: {
      repository,
      change: text('Id of the mainline commit with which it landed (a batch of direct commits: its last).'),
      route: text('pull (merge of a request), branch (merge without one), squash, patch, direct.'),
      number: maybeInteger('Pull or merge request number.'),
      title: text('Subject of the landing commit.'),
      began_at: maybeSeconds('First author time among its commits.'),
      worked_at: maybeSeconds('Last author time among its commits (not the merge itself).'),
      landed_at: maybeSeconds('Committer time of the landing commit.'),
      lander: maybeText('`people.person` who landed it; null when unknown (a forge committed it) .'),
      lander_evidence: text('merge-author, committer, merge-bot trailer or unknown: where `lander` comes from.'),
      commits: integer('Commits in it, the merge itself not counted.'),
      files: integer('Distinct product paths touched.'),
      areas: integer('Distinct areas of those.'),
      directories: integer('Distinct directories of those: its spread.'),
      is_human: boolean('At least one author is a person, not a bot or an agent alone.'),
      is_revert: boolean('Undoes an earlier change.'),
      is_fix: boolean('Says it repairs a fault.'),
      assistance: text('declared (a trailer or agent author says a coding assistant took part) or unknown.'),
    },
  },
  change_authors: {
    doc: 'Everybody with authorship in a change (authors and co-authors of its commits; bots and agents included).',
    key: ['repository', 'change', 'person'],
    columns: { repository, change, person },
  },
  change_areas: {
    doc: 'Areas a change touched, by product files.',
    key: ['repository', 'change', 'area'],
    columns: { repository, change, area: text('`areas.area`.'), files: integer('Distinct product paths of it there.') },
  },
  reviews: {
    doc: 'Known reviews of changes. From git alone: trailers only; absence of a row proves nothing.',
    key: ['repository', 'change', 'person', 'kind'],
    columns: {
      repository,
      change,
      person,
      kind: text(
        'approval (reviewed-by, acked-by, approved-by, `r=`), sign-off (by somebody who is not an author) or test (tested-by).',
      ),
      reviewed_at: maybeSeconds('When, if known; else when the change landed.'),
    },
  },
  releases: {
    doc: 'Releases: tags that look like a version and are reachable from the head.',
    key: ['repository', 'name'],
    columns: {
      repository,
      name: text('Tag name without refs/tags/.'),
      commit_id: commitId,
      released_at: maybeSeconds('Tagged time, else committer time.'),
      releaser: maybeText('`people.person`: tagger, else committer of the commit; null when a forge or bot did it.'),
      is_prerelease: boolean('alpha, beta, rc, dev, preview in the name.'),
    },
  },
  open_work: {
    doc:
      'Branches, local and remote, whose tip the head does not hold: work that has not landed, as far as this clone knows. A ' +
      'branch of the same name and tip here and elsewhere is one; of two of one name, one ahead of the other, the one ahead.',
    key: ['repository', 'branch', 'tip'],
    columns: {
      repository,
      branch: text('Name without refs/heads/ or refs/remotes/NAME/.'),
      tip: text('Id of its last commit.'),
      authors: texts('`people.person`, people alone, who are authors or co-authors of its work.'),
      commits: integer(
        'Commits reachable from the tip and neither from the head nor from a release or maintenance line it was cut from; merges not counted.',
      ),
      began_at: maybeSeconds('First author time among those; null without one that can be read.'),
      worked_at: maybeSeconds('Last author time among those. Work nobody touched for months is here too.'),
      areas: texts('`areas.area` of the product files those touched.'),
      number: maybeInteger('Request number, where the name of the ref gives one (pr/12, pull/12); else null.'),
      last_committer: maybeText('`people.person`, a person, who committed the tip; null when a forge or bot did.'),
      is_line: boolean(
        'A line others land on, not work on its way to the head: named like a release, maintenance or main line; over 200 such commits; ' +
          'received 3 requests or merges of work the head does not hold; or shares no commit with the head.',
      ),
      is_landed_elsewhere: boolean(
        'Its content seems to be on the mainline by another way (rebased, applied, squashed): each of its commits has a landed one of the ' +
          'same author, author time and subject; or a request with its number, or one squashed after its last work, under its name or the ' +
          'subject of a commit of it, by one of its authors, landed. False proves nothing: most squashes leave no such trace.',
      ),
    },
  },
  decisions: {
    doc: 'Decision records among the files at the head: Markdown files in the folders where such records are kept.',
    key: ['repository', 'path'],
    columns: {
      repository,
      path: text('Path at the head.'),
      title: text('Its first heading, or `title` of its front matter, without a number; else the name of the file.'),
      status: maybeText(
        'What it says of itself: proposed, accepted, rejected, deprecated, superseded or draft; null when it says nothing that is known.',
      ),
      date: maybeText('The date it gives, YYYY-MM-DD or YYYY-MM; null when it gives none that is clear.'),
      deciders: texts('Names as written in it; not joined to people.'),
      proposed_at: maybeSeconds(
        'When the file, or the one it was renamed from, was first committed, as far as the head holds it.',
      ),
      last_changed_at: maybeSeconds('When it was last committed.'),
      written_by: texts('`people.person`, people alone, who changed it.'),
      areas: texts('`areas.area` that it names: in `affects` of its front matter, or by a path in its text.'),
    },
  },
} as const satisfies Record<string, Table>;

export type RawTable = keyof typeof RAW_TABLES;
export type DerivedTable = keyof typeof DERIVED_TABLES;

interface JsType {
  text: string;
  integer: number;
  bigint: number;
  double: number;
  boolean: boolean;
  'text[]': readonly string[];
}
type Cell<C> = C extends { type: infer T extends ColumnType; nullable: true }
  ? JsType[T] | null
  : C extends { type: infer T extends ColumnType }
    ? JsType[T]
    : never;
type RowOf<T extends Table> = { readonly [K in keyof T['columns']]: Cell<T['columns'][K]> };

/** One row of a raw table, e.g. `RawRow<'commits'>`. */
export type RawRow<T extends RawTable> = RowOf<(typeof RAW_TABLES)[T]>;
/** One row of a derived table, e.g. `Row<'changes'>`. */
export type Row<T extends DerivedTable> = RowOf<(typeof DERIVED_TABLES)[T]>;
