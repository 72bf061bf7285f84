import { expect, test } from 'vitest';
import { measures } from '../app/measures.ts';
import { openapi } from './openapi.ts';
import { ALL_DEEDS, ALL_QUESTIONS, ROUTES } from './routes.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name?: string; readonly schema?: object }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const document = openapi() as Document;
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('every question, every deed and everything else that is answered has its path', () => {
  for (const name of ALL_QUESTIONS.keys()) expect(document.paths[`/api/{place}/${name}`]).toHaveProperty('get');
  for (const name of ALL_DEEDS.keys()) expect(document.paths[`/api/{place}/${name}`]).toHaveProperty('post');
  const told = new Set(Object.keys(document.paths));
  expect(ROUTES.filter(({ path, place }) => !told.has(path.replace(`/api/${place}/`, '/api/{place}/')))).toEqual([]);
});

test('every measure has a path of its own, with its own parameters', () => {
  for (const { id, parameters } of measures) {
    const names = document.paths[`/api/{place}/measure/${id}`]?.get?.parameters?.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['since', 'until', 'lead', ...parameters.map(({ name }) => name)]));
    expect(names).not.toContain('measure');
  }
});

test('every reference leads somewhere, and every operation has a name of its own', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
  for (const [, name = ''] of references) expect(Object.keys(document.components.schemas)).toContain(name);
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no path is a pattern: nobody can ask for a person', () => {
  for (const path of Object.keys(document.paths)) expect(path.replace('{place}', '')).not.toMatch(/[{:*]/);
});
