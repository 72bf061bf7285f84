import type { Random } from '../../src/absence/simulation/random.ts';

/** A file as it stands on the mainline. */
export interface TreeFile {
  path: string;
  readonly seed: number;
  readonly lines: number;
  /** How often it was edited: its content follows from seed and version alone. */
  version: number;
  /** Mainline position of the last change: a branch cut earlier must leave it alone. */
  touched: number;
}

export interface Module {
  readonly root: string;
  readonly extension: string;
  readonly directories: string[];
  readonly files: TreeFile[];
}

const WORDS =
  'account audit batch cache client config cursor event export filter format gateway handler index invoice job ledger limit login message metric model notify order parser payment plan policy queue quota rate reader refund render report request retry route rule schema search session signal stock store stream sync tenant token trace user value vault view worker writer'.split(
    ' ',
  );
const EXTENSIONS = ['ts', 'ts', 'ts', 'py', 'go', 'rb', 'java', 'css'];
const ROOTS = ['services', 'packages', 'libs', 'apps'];

/** The tree of the mainline: modules of nested directories that grow with it. */
export class Tree {
  readonly modules: Module[] = [];
  readonly #random: Random;
  readonly #paths = new Set<string>();
  /** Files of modules opened since the last commit that brought such files in. */
  #fresh: TreeFile[] = [];
  #seeds = 0;

  constructor(random: Random) {
    this.#random = random;
    for (let i = 0; i < 3; i += 1) this.#open();
  }

  get size(): number {
    return this.#paths.size;
  }

  /** Opens new modules as the tree grows: 3 at first, some 30 in the end. */
  settle(progress: number): void {
    while (this.modules.length < 3 + 27 * progress) this.#open();
  }

  takeFresh(): TreeFile[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** A path that is not there yet, in a directory of the module; now and then a new directory. */
  freePath(module: Module): string {
    const random = this.#random;
    for (;;) {
      const parent = random.pick(module.directories);
      let directory = parent;
      if (random.chance(0.08) && parent.split('/').length < 8) {
        directory = `${parent}/${random.pick(WORDS)}`;
        if (!module.directories.includes(directory)) module.directories.push(directory);
      }
      const word = `${random.pick(WORDS)}-${random.pick(WORDS)}`;
      const test = random.chance(0.25) ? '.test' : '';
      const extension = random.chance(0.1) ? random.pick(['md', 'json', 'yml']) : module.extension;
      const path = `${directory}/${word}${test}.${extension}`;
      if (!this.#paths.has(path)) return path;
    }
  }

  add(module: Module, path: string, position: number): TreeFile {
    this.#seeds += 1;
    const file = { path, seed: this.#seeds, lines: this.#random.between(8, 40), version: 0, touched: position };
    this.#paths.add(path);
    module.files.push(file);
    return file;
  }

  remove(module: Module, file: TreeFile): void {
    this.#paths.delete(file.path);
    const place = module.files.indexOf(file);
    if (place >= 0) module.files.splice(place, 1);
  }

  rename(file: TreeFile, path: string): void {
    this.#paths.delete(file.path);
    this.#paths.add(path);
    file.path = path;
  }

  /** A file of the module, younger ones more often; null when none is free at `base`. */
  fileAt(module: Module, base: number, taken: ReadonlySet<TreeFile>): TreeFile | null {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const skewed = Math.max(this.#random.next(), this.#random.next());
      const file = module.files[Math.floor(skewed * module.files.length)];
      if (file && file.touched <= base && !taken.has(file)) return file;
    }
    return null;
  }

  #open(): void {
    const random = this.#random;
    const name = `${random.pick(WORDS)}-${random.pick(WORDS)}`;
    const root = `${random.pick(ROOTS)}/${name}`;
    if (this.modules.some((module) => module.root === root)) return;
    const extension = random.pick(EXTENSIONS);
    const directories = [`${root}/src`, `${root}/src/${random.pick(WORDS)}`, `${root}/src/${random.pick(WORDS)}`];
    const module: Module = { root, extension, directories, files: [] };
    this.modules.push(module);
    this.#fresh.push(this.add(module, `${root}/package.json`, 0));
    for (let i = 0; i < 4; i += 1) this.#fresh.push(this.add(module, this.freePath(module), 0));
  }
}

/** The content of a file: each version changes about one line in eight, so that edited renames are still found. */
export function content(file: Pick<TreeFile, 'seed' | 'lines' | 'version'>): string {
  let text = '';
  for (let line = 0; line < file.lines; line += 1) {
    const revision = Math.floor((file.version + (line % 8)) / 8);
    let hash = Math.imul(file.seed * 64 + line, 0x9e3779b1) ^ Math.imul(revision, 0x85ebca6b);
    const word = () => {
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
      return WORDS[(hash >>> 8) % WORDS.length] ?? '';
    };
    text += `${line % 5 === 0 ? '' : '  '}${word()} ${word()}(${word()}, ${(hash >>> 4) % 1000});\n`;
  }
  return text;
}
