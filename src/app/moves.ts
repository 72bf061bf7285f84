import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkMoves } from '../absence/moves/check.ts';
import type { OpenDecision } from '../absence/moves/findings.ts';
import { type PlannedMoves, planRoutes } from '../absence/moves/plan.ts';
import { promiseOf } from '../absence/moves/promise.ts';
import { readHistory } from '../absence/read-history.ts';
import type { Effects } from '../domain/effects.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { KeptMoves } from '../domain/kept-moves.ts';
import type { MovePlan } from '../domain/moves.ts';
import type { MovesCheck, MovesPromise } from '../domain/moves-promise.ts';
import { command, textBlock } from '../domain/page.ts';
import { calendarDay } from '../domain/words.ts';
import { markdown } from '../report/markdown.ts';
import { movesSection } from '../report/moves.ts';
import { isCode } from '../store/durable.ts';
import { type Away, whoIsAway } from './away.ts';
import { readGivenFile } from './given-file.ts';
import type { Opened } from './open.ts';
import { privateFolder, writeNewRecord } from './private-folder.ts';
import { promiseText, readPromise } from './promise-file.ts';
import { leadSentence } from './setting.ts';

export interface MovesRequest {
  /** Who is away; empty: the lead. */
  readonly persons: readonly string[];
  readonly target: number;
  readonly load: number;
}

/** The moves that would bring what passes only through the person away under the target. */
export async function movesPlan(opened: Opened, request: MovesRequest): Promise<MovePlan> {
  return (await plan(opened, request)).planned.plan;
}

async function plan(opened: Opened, { persons, target, load }: MovesRequest) {
  const { facts, setting } = opened;
  const away = await whoIsAway(opened, persons);
  const { plan, routes } = planRoutes(away.history, away.person, away.moment, {
    target,
    load,
    names: away.names,
    repositories: setting.repositories,
    decisions: await openDecisions(facts, away),
  });
  const notes = [...(away.isLead ? [leadSentence(setting.lead)] : []), ...setting.notes];
  return { away, planned: { plan: { ...plan, notes }, routes } };
}

/** Decisions that were proposed by then, and say so still. */
async function openDecisions({ query }: Opened['facts'], { moment }: Away): Promise<readonly OpenDecision[]> {
  return await query<{ repository: string; title: string; deciders: readonly string[] }>(
    `SELECT repository, title, deciders FROM decisions
     WHERE status = 'proposed' AND (proposed_at IS NULL OR proposed_at < $moment) ORDER BY repository, path`,
    { moment },
  );
}

/** Writes the plan down as a promise, into the private folder. */
export async function keepMoves(
  opened: Opened,
  effects: Pick<Effects, 'env' | 'cwd'>,
  request: MovesRequest,
): Promise<KeptMoves> {
  const folder = await privateFolder(FOLDER, effects, locationsOf(opened));
  const { away, planned } = await plan(opened, request);
  const group = away.ids.map((id) => away.history.people.findIndex(({ person }) => person === id));
  const promise = promiseOf(away.history, group, planned);
  if (promise === null) throw nothingToKeep(planned);
  const name = `${calendarDay(away.moment).replaceAll('-', '')}-${slugOf(opened)}`;
  const path = await writeNewRecord(folder, name, promiseText(promise, proseOf(planned)));
  return { path, plan: planned.plan };
}

const FOLDER = 'moves';
const locationsOf = ({ workspace }: Opened) => workspace.repositories.map(({ location }) => location);

/** What follows the date in the name of a promise: a repository may be called anything, a file may not. */
function slugOf({ setting }: Opened): string {
  const words = setting.repositories.map((name) => name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, ''));
  return `${words.join('-').slice(0, 60) || 'repository'}-moves`;
}

function proseOf({ plan }: PlannedMoves): string {
  return markdown({
    blocks: [
      ...movesSection(plan),
      textBlock([
        'Written by Fortnight; all but the front matter is yours. It is read by ',
        command('fortnight moves check'),
        '.',
      ]),
    ],
  });
}

function nothingToKeep({ plan }: PlannedMoves): FortnightError {
  return new FortnightError('nothing-to-keep', 'There is no move to keep.', {
    hint: `See why with: fortnight moves${plan.status === 'under-target' ? ', or give a lower --target' : ''}.`,
    exitCode: EXIT.usage,
  });
}

/** What became of a promise: that of the file, else the newest one kept for these repositories. */
export async function checkKeptMoves(
  opened: Opened,
  effects: Pick<Effects, 'env' | 'cwd'>,
  file: string | null,
): Promise<MovesCheck> {
  const { facts, setting } = opened;
  const path = file === null ? await newestPromise(opened, effects) : resolve(effects.cwd, file);
  const promise = readPromise(await readText(path), file ?? path);
  refuseOthers(promise, opened);
  const history = await readHistory(facts.query, setting.window.until);
  return { ...checkMoves(history, promise, setting.window.until), notes: [...setting.notes] };
}

async function newestPromise(opened: Opened, effects: Pick<Effects, 'env' | 'cwd'>): Promise<string> {
  const folder = await privateFolder(FOLDER, effects, locationsOf(opened));
  const slug = slugOf(opened);
  const names = await readdir(folder).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  const kept = names.flatMap((name) => {
    const [, day, words, number] = /^(\d{8})-(.+-moves)(?:-(\d+))?\.md$/.exec(name) ?? [];
    return day !== undefined && words === slug ? [{ name, day, number: Number(number ?? 1) }] : [];
  });
  const newest = kept.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.number - a.number))[0];
  if (newest !== undefined) return join(folder, newest.name);
  throw new FortnightError('no-promise', `No moves were kept for ${setting(opened)}.`, {
    hint: 'Keep some with: fortnight moves keep. Or name the file: fortnight moves check FILE.',
    exitCode: EXIT.usage,
  });
}

const setting = ({ setting: { repositories } }: Opened): string => repositories.join(', ');

async function readText(path: string): Promise<string> {
  const unreadable = (cause?: unknown) =>
    new FortnightError('no-promise', `${path} cannot be read.`, {
      hint: 'Give the path that fortnight moves keep printed; name a repository with --repo.',
      exitCode: EXIT.usage,
      cause,
    });
  const bytes = await readGivenFile(path, LARGEST).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (bytes === null) throw unreadable();
  return bytes.toString('utf8');
}

/** In bytes; what is refused below is said of a promise that is too large. */
const LARGEST = 1 << 20;

function refuseOthers({ repositories }: MovesPromise, opened: Opened): void {
  const here = new Set(opened.setting.repositories);
  if (repositories.length === here.size && repositories.every((name) => here.has(name))) return;
  throw new FortnightError(
    'other-repositories',
    `The promise was made for ${repositories.join(', ')}, and this is ${setting(opened)}.`,
    { hint: 'Run it in the repositories it was made for.', exitCode: EXIT.usage },
  );
}
