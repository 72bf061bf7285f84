import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** A git that stops in the middle of a history for as long as it is held, so that a scan is seen however quick the machine. */
export interface HeldGit {
  /** What `PATH` is to be, for whoever is to find this git. */
  readonly path: string;
  hold(): void;
  release(): void;
}

/** Bytes of the history that come through before it stops: some hundred commits. */
const THROUGH = 100_000;

/** Makes one in a folder, over the git that is installed. It asks every while whether it is still held, and ends when it is killed. */
export function heldGit(folder: string): HeldGit {
  const gate = join(folder, 'held');
  const script = join(folder, 'git');
  const path = process.env.PATH ?? '';
  const git = path
    .split(delimiter)
    .filter(isAbsolute)
    .map((one) => join(one, 'git'))
    .find(existsSync);
  writeFileSync(
    script,
    `#!/bin/sh
PATH='${path}'
case " $* " in
  *' rev-list --parents --header '*)
    if [ -e '${gate}' ]; then
      '${git}' "$@" | {
        head -c ${THROUGH}
        while [ -e '${gate}' ] && kill -0 $$ 2>/dev/null; do sleep 0.02; done
        cat
      }
      exit $?
    fi
    ;;
esac
exec '${git}' "$@"
`,
  );
  chmodSync(script, 0o755);
  return {
    path: `${folder}${delimiter}${path}`,
    hold: () => writeFileSync(gate, ''),
    release: () => rmSync(gate, { force: true }),
  };
}
