import { resolve } from 'node:path';
import { locateRepository, quickFingerprint, type ScanProgress, scanGit } from '../collect/git/index.ts';
import { derivations } from '../derive/index.ts';
import { type Config, EMPTY_CONFIG } from '../domain/config.ts';
import type { Effects } from '../domain/effects.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import type { ScanSummary } from '../domain/scan-summary.ts';
import type { Setting } from '../domain/setting.ts';
import { readConfigs } from './config.ts';
import { dataDirectory } from './data-directory.ts';
import { heldQuery } from './held-query.ts';
import type { Request } from './request.ts';
import { hasMovedOn, type ScanOptions } from './scan.ts';
import { type Facts as SettingFacts, settle } from './setting.ts';
import { type Facts, openFacts, openRaw, openWorkspace, type Workspace } from './workspace.ts';

/** Where a command runs: the outside world, what it was told, and how it can be told of progress or stopped. */
export interface Place {
  readonly effects: Effects;
  readonly request: Request;
  /** Told how far a scan is; `repository` is how a person calls it. */
  readonly onProgress?: (repository: string, progress: ScanProgress | 'done') => void;
  /** Stops a scan; the facts stay those of the last complete one. */
  readonly signal?: AbortSignal;
}

/** Facts opened, with everything an answer needs. */
export interface Opened {
  readonly facts: Facts & SettingFacts;
  readonly setting: Setting;
  readonly workspace: Workspace;
  readonly dataDir: string;
  /** Paths of the documents at the heads that are read as text, by repository. */
  readonly documents: ReadonlyMap<string, readonly string[]>;
  /** `fortnight.yml` of each repository; empty where it is left aside. */
  readonly configs: ReadonlyMap<string, Config>;
}

/** Facts held open for many questions: each is settled anew, for its own stretch of time and lead. */
export interface OpenFacts {
  ask<T>(
    asked: Pick<Request, 'since' | 'until' | 'before' | 'lead'>,
    question: (opened: Opened) => Promise<T>,
  ): Promise<T>;
  close(): void;
}

/** Find, scan, configure, derive; the caller asks as often as it likes, and closes. */
export async function holdFacts(place: Place): Promise<OpenFacts> {
  return await openScanned(place, await scanPlace(place));
}

/**
 * Configures and derives what was scanned; `place.effects` is the clock of every question. `isLong`: many questions will be
 * asked, so that what they have in common is worth holding.
 */
export async function openScanned(place: Place, workspace: Workspace, isLong = false): Promise<OpenFacts> {
  const { effects, request } = place;
  const { configs, configuredLeads, documents } = await readConfigurations(workspace, request.useConfiguration);
  const opened = await openFacts(workspace, { configs, derivations });
  const query = isLong ? heldQuery(opened.query) : opened.query;
  const facts = { ...opened, query, configuredLeads, notes: [...opened.notes, ...opened.warnings] };
  return {
    async ask(asked, question) {
      const setting = await settle(facts, { ...request, ...asked }, effects.now());
      return await question({ facts, setting, workspace, dataDir: workspace.options.dataDir, documents, configs });
    },
    close: () => opened.close(),
  };
}

/** The pipeline of every answer: find, scan, configure, derive, settle, ask, close. */
export async function withFacts<T>(place: Place, question: (opened: Opened) => Promise<T>): Promise<T> {
  const held = await holdFacts(place);
  try {
    return await held.ask(place.request, question);
  } finally {
    held.close();
  }
}

/** Brings the facts up to date and says what was done. */
export async function scanOnly(place: Place): Promise<ScanSummary> {
  return summaryOf(await scanPlace(place));
}

/** What a scan did, repository by repository. */
export function summaryOf({ repositories, options }: Workspace): ScanSummary {
  return {
    dataDirectory: options.dataDir,
    repositories: repositories.map(({ name, mode, manifest }) => ({
      repository: name,
      mode,
      commits: manifest.parts.commits.reduce((sum, part) => sum + part.rows, 0),
      isShallow: manifest.isShallow,
      isPartial: manifest.isPartial,
      warnings: manifest.warnings,
    })),
  };
}

/** Whether a repository of it looks different from when its facts were read. */
export async function hasAnyMovedOn({ repositories }: Workspace): Promise<boolean> {
  for (const one of repositories) if (await hasMovedOn(one, { fingerprint: quickFingerprint })) return true;
  return false;
}

/** The repositories a request names; the current folder when it names none. */
export async function locate({ effects, request }: Pick<Place, 'effects' | 'request'>): Promise<RepositoryLocation[]> {
  const paths = request.paths.length === 0 ? [effects.cwd] : request.paths;
  const locations: RepositoryLocation[] = [];
  for (const path of paths) locations.push(await locateRepository(resolve(effects.cwd, path)));
  return locations;
}

/** Finds the repositories of a place and scans each as far as the request wants it. */
export async function scanPlace(place: Place): Promise<Workspace> {
  const locations = await locate(place);
  const { effects, request, onProgress, signal } = place;
  const options: ScanOptions = {
    dataDir: dataDirectory(request.dataDirectory, effects),
    scan: request.scan,
    collector: {
      async scan(location, previous, sink) {
        const tell = (progress: ScanProgress) => onProgress?.(location.name, progress);
        try {
          return await scanGit(location, previous, sink, tell, signal === undefined ? {} : { signal });
        } finally {
          onProgress?.(location.name, 'done');
        }
      },
      fingerprint: quickFingerprint,
    },
  };
  return await openWorkspace(locations, options);
}

async function readConfigurations({ repositories, ...workspace }: Workspace, useConfiguration: boolean) {
  const raw = await openRaw({ repositories, ...workspace }, ['documents']);
  try {
    const rows = await raw.query<{ repository: string; path: string }>(
      'SELECT repository, path FROM raw_documents ORDER BY repository, path',
    );
    const configs = useConfiguration
      ? await readConfigs(repositories, raw.query)
      : new Map(repositories.map(({ name }) => [name, EMPTY_CONFIG]));
    return {
      configs,
      configuredLeads: repositories.flatMap(({ name }) => configs.get(name)?.lead ?? []),
      documents: new Map(
        repositories.map(({ name }) => [name, rows.filter((r) => r.repository === name).map((r) => r.path)]),
      ),
    };
  } finally {
    raw.close();
  }
}
