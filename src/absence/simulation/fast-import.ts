/** One change of a commit, as `git fast-import` takes it. */
export type Edit =
  | { readonly kind: 'write'; readonly path: string; readonly content: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'delete'; readonly path: string };

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly time: number;
  readonly zone: string;
}

export interface CommitCommand {
  readonly ref: string;
  readonly mark: number;
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  /** Marks of the parents in order; none for a root. */
  readonly parents: readonly number[];
  readonly edits: readonly Edit[];
}

/** The text of a `commit` command. */
export function commitCommand(commit: CommitCommand): string {
  const [first, ...others] = commit.parents;
  return [
    `commit ${commit.ref}`,
    `mark :${commit.mark}`,
    `author ${signature(commit.author)}`,
    `committer ${signature(commit.committer)}`,
    data(commit.message),
    ...(first === undefined ? [] : [`from :${first}`]),
    ...others.map((parent) => `merge :${parent}`),
    ...commit.edits.map(edit),
    '',
    '',
  ].join('\n');
}

/** The text of an annotated tag. */
export function tagCommand(name: string, mark: number, tagger: Signature): string {
  return `tag ${name}\nfrom :${mark}\ntagger ${signature(tagger)}\n${data(`Release ${name}\n`)}\n`;
}

function edit(change: Edit): string {
  switch (change.kind) {
    case 'write':
      return `M 100644 inline ${change.path}\n${data(change.content)}`;
    case 'rename':
      return `R ${change.path} ${change.to}`;
    case 'delete':
      return `D ${change.path}`;
  }
}

function signature({ name, email, time, zone }: Signature): string {
  return `${name} <${email}> ${Math.floor(time)} ${zone}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}
