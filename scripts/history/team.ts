import type { Random } from '../../src/absence/simulation/random.ts';

/** Somebody who commits. A name is made of syllables and is nobody's. */
export interface Member {
  readonly name: string;
  readonly email: string;
  readonly login: string;
  /** Offset written into commits: `+0200`. */
  readonly zone: string;
  /** Places in the module list where most of this member's work is. */
  readonly homes: readonly number[];
  /** Lands and reviews others' work more than most. */
  readonly isSenior: boolean;
  /** Number of changes after which this member leaves. */
  readonly leavesAfter: number;
}

export const FORGE = { name: 'GitHub', email: 'noreply@github.com' };
export const UPDATER = { name: 'dependabot[bot]', email: '49699333+dependabot[bot]@users.noreply.github.com' };
export const ASSISTANT = 'Co-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>';

const SYLLABLES = ['ba', 'de', 'fi', 'go', 'ha', 'ke', 'li', 'mo', 'na', 'pe', 'ri', 'so', 'ta', 've', 'wi', 'zu'];
const ENDINGS = ['n', 'r', 's', 'l', 'lé', 'nd', 'sk', 'th'];
const ZONES = ['+0000', '+0100', '+0200', '+0530', '-0300', '-0500', '-0800', '+0900'];

/** A team that people join and leave: from six to about forty at once, as `progress` goes from 0 to 1. */
export class Team {
  readonly members: Member[] = [];
  readonly #random: Random;
  #made = 0;

  constructor(random: Random) {
    this.#random = random;
    this.settle(0, 0, 1);
  }

  /** Lets members leave whose time is over and others join until the team has its size. */
  settle(changes: number, progress: number, modules: number): void {
    const size = Math.round(6 + 34 * Math.min(1, progress * 2.5));
    for (let i = this.members.length - 1; i >= 0; i -= 1) {
      if ((this.members[i]?.leavesAfter ?? 0) <= changes) this.members.splice(i, 1);
    }
    while (this.members.length < size) this.members.push(this.#join(changes, modules));
  }

  /** Whoever works next: a few do a good deal more than the others. */
  worker(): Member {
    const skewed = Math.min(this.#random.next(), this.#random.next());
    return this.members[Math.floor(skewed * this.members.length)] ?? this.#random.pick(this.members);
  }

  /** Somebody else than `author`, most often a senior. */
  lander(author: Member): Member {
    const others = this.members.filter((member) => member !== author);
    const seniors = others.filter((member) => member.isSenior);
    return this.#random.pick(seniors.length > 0 && this.#random.chance(0.75) ? seniors : others);
  }

  #join(changes: number, modules: number): Member {
    const random = this.#random;
    this.#made += 1;
    const word = (syllables: number) =>
      `${Array.from({ length: syllables }, () => random.pick(SYLLABLES)).join('')}${random.pick(ENDINGS)}`;
    const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
    const first = word(random.between(1, 2));
    const login = `${first.normalize('NFD').replaceAll(/[^a-z]/g, '')}${this.#made}`;
    return {
      name: `${capital(first)} ${capital(word(2))}`,
      email: random.chance(0.3) ? `${1000 + this.#made}+${login}@users.noreply.github.com` : `${login}@example.org`,
      login,
      zone: random.pick(ZONES),
      homes: Array.from({ length: random.between(1, 3) }, () => random.between(0, Math.max(0, modules))),
      isSenior: random.chance(0.15),
      leavesAfter: changes + random.between(200, 24_000),
    };
  }
}
