import type { Edit } from '../../src/absence/simulation/fast-import.ts';
import type { Random } from '../../src/absence/simulation/random.ts';
import type { Member } from './team.ts';
import { content, type Module, type Tree, type TreeFile } from './tree.ts';

/** What one change does to the tree: the edits of its commits, and how to take the last of them back. */
export class Work {
  readonly edits: Edit[] = [];
  /** Files of this change that were only edited, with the version before: what a revert would bring back. */
  readonly undo: { file: TreeFile; version: number }[] = [];
  readonly #taken = new Set<TreeFile>();
  readonly #base: number;
  readonly #position: number;
  readonly #tree: Tree;
  readonly #random: Random;

  /** `base`: mainline position the work starts from; `position`: where it will land. */
  constructor(tree: Tree, random: Random, base: number, position: number) {
    this.#tree = tree;
    this.#random = random;
    this.#base = base;
    this.#position = position;
  }

  /** About `size` file changes by `member`, most of them in one of the member's home modules. */
  commit(member: Member, size: number): readonly Edit[] {
    const random = this.#random;
    const start = this.edits.length;
    const home = this.#tree.modules[random.pick(member.homes) % this.#tree.modules.length];
    const module = home && random.chance(0.7) ? home : random.pick(this.#tree.modules);
    for (let done = 0; done < size; done += 1) this.#change(module);
    if (this.edits.length === start) this.#add(module);
    return this.edits.slice(start);
  }

  /** Rewrites one existing file, for bots: the manifest of a module. */
  manifest(): readonly Edit[] {
    const module = this.#random.pick(this.#tree.modules);
    const file = module.files.find(({ path, touched }) => path.endsWith('/package.json') && touched <= this.#base);
    if (file) this.#modify(file);
    else this.#add(module);
    return this.edits;
  }

  /** Edits every free file of a module, as a formatter does. */
  reformat(limit: number): readonly Edit[] {
    for (const file of this.#random.pick(this.#tree.modules).files.slice(0, limit)) {
      if (file.touched <= this.#base) this.#modify(file);
    }
    return this.edits;
  }

  #change(module: Module): void {
    const random = this.#random;
    const roll = random.next();
    const file = roll < 0.095 ? null : this.#tree.fileAt(module, this.#base, this.#taken);
    if (file === null) this.#add(module);
    else if (roll < 0.115) this.#delete(module, file);
    else if (roll < 0.13) this.#rename(module, file);
    else this.#modify(file);
  }

  #add(module: Module): void {
    const file = this.#tree.add(module, this.#tree.freePath(module), this.#position);
    this.#taken.add(file);
    this.edits.push({ kind: 'write', path: file.path, content: content(file) });
  }

  #modify(file: TreeFile): void {
    this.undo.push({ file, version: file.version });
    file.version += 1;
    this.#take(file);
    this.edits.push({ kind: 'write', path: file.path, content: content(file) });
  }

  #delete(module: Module, file: TreeFile): void {
    if (module.files.length < 4) return;
    this.#tree.remove(module, file);
    this.#taken.add(file);
    this.edits.push({ kind: 'delete', path: file.path });
  }

  /** Half of the renames also edit the file, so that finding them takes git some comparing. */
  #rename(module: Module, file: TreeFile): void {
    const to = this.#tree.freePath(module);
    this.edits.push({ kind: 'rename', path: file.path, to });
    this.#tree.rename(file, to);
    this.#take(file);
    if (this.#random.chance(0.5)) {
      file.version += 1;
      this.edits.push({ kind: 'write', path: to, content: content(file) });
    }
  }

  #take(file: TreeFile): void {
    file.touched = this.#position;
    this.#taken.add(file);
  }
}
