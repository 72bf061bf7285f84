import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { hideNames } from '../app/hide-names.ts';
import { maskOf } from '../app/mask-of.ts';
import type { NameMask } from '../app/name-mask.ts';
import type { Places } from '../app/places.ts';
import { problemOf } from '../app/problem.ts';
import type { Session } from '../app/session.ts';
import { FortnightError } from '../domain/errors.ts';
import { vocabularyOf } from '../domain/vocabulary.ts';
import type { Asked } from './asked.ts';
import { readAsset } from './assets.ts';
import type { Deed } from './deed.ts';
import type { Door } from './door.ts';
import { cookieHeader, type Gate, LARGEST_BODY, refused } from './guard.ts';
import { headersFor } from './headers.ts';
import { isHiding, maskFor, revealed, settledIn } from './hidden-names.ts';
import { openapiText } from './openapi.ts';
import { type Refusal, refusal, refusalJson, refusalPage } from './refusal.ts';
import { ALL_DEEDS, ALL_QUESTIONS, type AnyQuestion, type PlaceName, ROUTES } from './routes.ts';
import { sayIssue } from './say-issue.ts';
import { scanEvents } from './scan-events.ts';

export interface AppOptions {
  readonly places: Places;
  readonly door: Door;
  /** The port it is reached at, once that is known. */
  readonly port: () => number;
  /** Folder of the built page, with a slash at its end; where the package keeps it unless given. */
  readonly assets?: string | undefined;
}

/** Everything that is answered: guarded, looked up in the list of routes, and else the page. */
export function createApp({ places, door, port, assets }: AppOptions): Hono {
  // The guard, the routes and the files of the page read one and the same path: none decodes what another did not see.
  const app = new Hono({ getPath: ({ url }) => pathOf(url) });
  const gate = (): Gate => ({ door, port: port() });
  const sessionOf = (place: PlaceName | null) => (place === 'demo' ? places.demo() : places.here);

  app.use('*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headersFor(c.req.path, c.res.status))) c.res.headers.set(name, value);
  });
  app.use('*', async (c, next) => {
    const no = refused(knockOf(c), gate());
    return no === null ? await next() : refuse(c, no);
  });
  app.onError((error, c) => refuse(c, refusalOf(error)));

  for (const { method, path, kind, place, name } of ROUTES) {
    app.on(method, path, async (c) => {
      switch (kind) {
        case 'enter':
          return await enter(c, gate());
        case 'openapi':
          return json(c, openapiText());
        case 'question':
          return await answer(c, await sessionOf(place), name, ALL_QUESTIONS.get(name) as AnyQuestion);
        case 'deed':
          return await perform(c, place, () => sessionOf(place), ALL_DEEDS.get(name) as Deed);
        case 'progress': {
          // Somebody who wants the head alone does not listen.
          if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
          const session = await sessionOf(place);
          return streamSSE(c, (stream) => scanEvents(stream, session));
        }
      }
    });
    app.all(path, (c) => {
      c.header('allow', method === 'GET' ? 'GET, HEAD' : method);
      return refuse(c, refusal(405, 'method', `${path} is asked by ${method} alone.`, 'See /api/openapi.json.'));
    });
  }
  app.all('/api/*', (c) =>
    refuse(
      c,
      refusal(404, 'no-such-address', 'There is no such question.', 'See /api/openapi.json for those there are.'),
    ),
  );
  app.get('*', async (c) => {
    const found = await readAsset(c.req.path, assets);
    return 'body' in found ? c.body(found.body, 200, { 'content-type': found.type }) : refuse(c, found);
  });
  app.all('*', (c) => {
    c.header('allow', 'GET, HEAD');
    return refuse(c, refusal(405, 'method', 'The page can be read, and nothing else.', 'Ask it by GET.'));
  });
  return app;
}

async function answer(c: Context, session: Session, name: string, question: AnyQuestion): Promise<Response> {
  const sent = onceOrMore(c.req.queries());
  const hides = isHiding(sent);
  const given = question.query.safeParse(hides ? await revealed(session, sent) : sent);
  if (!given.success) return refuse(c, sayIssue(given.error));
  const query = given.data;
  const settled = query as Asked & { from?: string };
  const { effects } = session;
  const text = (said: unknown, mask: NameMask | null): string =>
    JSON.stringify(mask === null ? said : hideNames(said, mask, vocabularyOf(question.answer)));
  return await namingNobody(c, session, hides, async () => {
    if ('answerNow' in question) {
      const said = await question.answerNow({ session, effects, query });
      return json(c, text(said, hides ? await maskFor(session, settled) : null));
    }
    const key = `${name} ${JSON.stringify(query)}`;
    return json(
      c,
      await session.askOnce(key, settled, async (opened) =>
        text(await question.answerFrom({ opened, effects, query }), hides ? await maskOf(opened) : null),
      ),
    );
  });
}

/** An error names people as well: those that a name could mean. */
async function namingNobody(
  c: Context,
  session: Session,
  hides: boolean,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!hides) throw error;
    const mask = await maskFor(session, {});
    const { message, hint, ...rest } = refusalOf(error);
    const said = (words: string) => mask?.hide(words) ?? words;
    return refuse(c, { ...rest, message: said(message), hint: hint === null ? null : said(hint) });
  }
}

async function perform(
  c: Context,
  place: PlaceName | null,
  open: () => Promise<Session> | Session,
  deed: Deed,
): Promise<Response> {
  if (place === 'demo' && deed.isAllowedInDemo !== true) {
    return refuse(c, refusal(409, 'demo-is-fixed', 'The demo cannot be changed.', 'Open a repository of your own.'));
  }
  const body = await bodyOf(c);
  if ('code' in body) return refuse(c, body);
  const session = await open();
  const hides = isHiding(body.read);
  // Checked before it is gone through: what is nested without end goes no further.
  const sent = deed.body.safeParse(body.read);
  if (!sent.success) return refuse(c, sayIssue(sent.error));
  const given = hides ? deed.body.safeParse(await revealed(session, sent.data)) : sent;
  if (!given.success) return refuse(c, sayIssue(given.error));
  return await namingNobody(c, session, hides, async () => {
    const done = await deed.do({ session, effects: session.effects, body: given.data });
    const mask = hides ? await maskFor(session, settledIn(given.data)) : null;
    return json(c, JSON.stringify(mask === null ? done : hideNames(done, mask, vocabularyOf(deed.answer))));
  });
}

const enterSchema = z.strictObject({ token: z.string().max(200) });

/** Lets a browser in that brings the token of a link. */
async function enter(c: Context, { door, port }: Gate): Promise<Response> {
  const body = await bodyOf(c);
  if ('code' in body) return refuse(c, body);
  const given = enterSchema.safeParse(body.read);
  const value = given.success ? door.enter(given.data.token) : null;
  if (value === null) {
    const hint = 'Press Enter in the terminal where `fortnight serve` runs for a new link, or start it anew.';
    return refuse(c, refusal(403, 'spent-link', 'This link was used before, or is too old.', hint));
  }
  c.header('set-cookie', cookieHeader(port, value));
  return c.body(null, 204);
}

async function bodyOf(c: Context): Promise<{ readonly read: unknown } | Refusal> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of c.req.raw.body ?? []) {
    size += part.length;
    // A body of unknown length is not waited for.
    if (size > LARGEST_BODY) return refusal(413, 'large-body', 'The body is too large.', 'Send less.');
    parts.push(part);
  }
  try {
    return { read: JSON.parse(Buffer.concat(parts).toString('utf8')) };
  } catch {
    return refusal(400, 'no-json', 'The body is no JSON.', 'See /api/openapi.json for what it must be.');
  }
}

/** The path of an address, still encoded. */
const pathOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';

/** A request may name its host twice, in its first line too: then both must be one. */
function hostOf(c: Context): string | null {
  const host = c.req.header('host') ?? null;
  return /^[a-z]+:\/\/([^/?#]*)/i.exec(c.req.url)?.[1] === host ? host : null;
}

function knockOf(c: Context) {
  const header = (name: string) => c.req.header(name) ?? null;
  return {
    method: c.req.method,
    path: c.req.path,
    addressLength: c.req.url.length,
    host: hostOf(c),
    origin: header('origin'),
    site: header('sec-fetch-site'),
    contentType: header('content-type'),
    contentLength: header('content-length'),
    cookie: header('cookie'),
  };
}

function onceOrMore(queries: Readonly<Record<string, string[]>>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

/** Errors that are no fault of what was asked. */
const STATUS: Readonly<Record<string, Refusal['status']>> = {
  scanning: 503,
  'record-changed': 409,
  'no-such-record': 404,
  'no-such-kind': 404,
};

function refusalOf(error: unknown): Refusal {
  const { code, message, hint } = problemOf(error);
  const isKnown = error instanceof FortnightError;
  return refusal(isKnown ? (STATUS[code] ?? 422) : 500, code, message, hint);
}

const json = (c: Context, text: string): Response =>
  c.body(text, 200, { 'content-type': 'application/json; charset=utf-8' });

/** A person who opened an address by hand reads a page, everything else reads JSON. */
function refuse(c: Context, no: Refusal): Response {
  const isReader = !c.req.path.startsWith('/api') && /\btext\/html\b/.test(c.req.header('accept') ?? '');
  return isReader
    ? c.body(refusalPage(no), no.status, { 'content-type': 'text/html; charset=utf-8' })
    : c.body(refusalJson(no), no.status, { 'content-type': 'application/json; charset=utf-8' });
}
