import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { OpenFacts } from '../app/open.ts';
import type { Effects } from '../domain/effects.ts';
import { FortnightError } from '../domain/errors.ts';
import type { Asked } from './asked.ts';
import { readAsset } from './assets.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions/index.ts';

export interface ServerOptions {
  readonly held: OpenFacts;
  readonly effects: Effects;
  readonly port: number;
  /** Folder of the built page, with a slash at its end; where the package keeps it unless given. */
  readonly assets?: string;
}

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the page and its questions on this machine alone. */
export async function startServer({ held, effects, port, assets }: ServerOptions): Promise<Served> {
  const app = new Hono();
  for (const [path, question] of Object.entries(QUESTIONS as Record<string, Question>)) {
    app.get(`/api/here/${path}`, async (c) => {
      const given = question.query.safeParse({ ...queryOf(c.req.queries()), ...c.req.param() });
      if (!given.success) return c.json({ error: { code: 'usage', message: given.error.issues[0]?.message } }, 400);
      const { since = null, until = null, lead = null, from } = given.data as Asked & { from?: string };
      try {
        const before = from === undefined ? {} : { before: from };
        const answer = await held.ask({ since, until, lead, ...before }, (opened) =>
          question.answerFrom({ opened, effects, query: given.data }),
        );
        return c.json(answer as object);
      } catch (error) {
        if (!(error instanceof FortnightError)) throw error;
        return c.json({ error: { code: error.code, message: error.message, hint: error.hint } }, 422);
      }
    });
  }
  app.get('*', async (c) => {
    const { body, type } = await readAsset(c.req.path, assets);
    return c.body(body, 200, { 'content-type': type });
  });
  return await new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) => {
      resolve({
        address: `http://127.0.0.1:${info.port}/`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}

function queryOf(queries: Record<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values]),
  );
}
