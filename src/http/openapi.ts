import { z } from 'zod';
import { VERSION } from '../app/version.ts';
import { scanStateSchema } from '../domain/scan-state.ts';
import { ENTER } from './guard.ts';
import { ALL_DEEDS, ALL_QUESTIONS, OPENAPI, PLACES, PROGRESS } from './routes.ts';

const REFUSAL = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }),
});

/** The OpenAPI 3.1 document of the server, made from the questions and deeds it answers. */
export function openapi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fortnight',
      version: VERSION,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'What `fortnight serve` answers, on this machine alone, to the page it serves. People other than the lead stand in alphabetical sets, without figures.',
    },
    servers: [{ url: 'http://127.0.0.1:4145' }],
    security: [{ guest: [] }],
    paths: {
      [ENTER]: { post: enterOperation() },
      [OPENAPI]: { get: openapiOperation() },
      ...questionPaths(),
      ...deedPaths(),
      ...progressPath(),
    },
    components: {
      parameters: {
        place: {
          name: 'place',
          in: 'path',
          required: true,
          description: 'What the server was started on, or the generated team.',
          schema: { type: 'string', enum: PLACES },
        },
      },
      schemas: { Refusal: schemaOf(REFUSAL), ...answerSchemas() },
      securitySchemes: {
        guest: {
          type: 'apiKey',
          in: 'cookie',
          name: 'fortnight-PORT',
          description: `Given by ${ENTER} for the token of a link.`,
        },
      },
    },
  };
}

let text: string | null = null;

/** The same as text, made once. */
export function openapiText(): string {
  text ??= `${JSON.stringify(openapi(), null, 2)}\n`;
  return text;
}

const PLACE = { $ref: '#/components/parameters/place' };

function questionPaths() {
  return Object.fromEntries(
    [...ALL_QUESTIONS].map(([name, { summary, query }]) => [
      `/api/{place}/${name}`,
      {
        get: {
          summary,
          operationId: operationId(name),
          parameters: [PLACE, ...queryParameters(query)],
          responses: { 200: jsonResponse('The answer.', answerRef(name)), default: refusalResponse },
        },
      },
    ]),
  );
}

function deedPaths() {
  return Object.fromEntries(
    [...ALL_DEEDS].map(([name, { summary, body, answer }]) => [
      `/api/{place}/${name}`,
      {
        post: {
          summary,
          operationId: operationId(name),
          parameters: [PLACE],
          requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
          responses: { 200: jsonResponse('What was done.', schemaOf(answer)), default: refusalResponse },
        },
      },
    ]),
  );
}

function progressPath() {
  return {
    [`/api/{place}/${PROGRESS}`]: {
      get: {
        summary: 'The state of the scan as server-sent events, at once and whenever it changes',
        operationId: operationId(PROGRESS),
        parameters: [PLACE],
        responses: {
          200: {
            description: 'Events; the data of each is the state as JSON.',
            content: { 'text/event-stream': { schema: schemaOf(scanStateSchema) } },
          },
          default: refusalResponse,
        },
      },
    },
  };
}

function enterOperation() {
  return {
    summary: 'Let a browser in that brings the token of a link; good once',
    operationId: 'enter',
    security: [],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(z.strictObject({ token: z.string() })) } },
    },
    responses: { 204: { description: 'Let in; the cookie is set.' }, default: refusalResponse },
  };
}

function openapiOperation() {
  return {
    summary: 'This document',
    operationId: 'openapi',
    responses: { 200: jsonResponse('This document.', { type: 'object' }), default: refusalResponse },
  };
}

/** Answers of the same shape (one for each measure) are written once, under the first path that has it. */
function answerSchemas() {
  const seen = new Map<z.ZodType, string>();
  for (const [name, { answer }] of ALL_QUESTIONS) if (!seen.has(answer)) seen.set(answer, schemaName(name));
  return Object.fromEntries([...seen].map(([answer, name]) => [name, schemaOf(answer)]));
}

function answerRef(name: string) {
  const answer = ALL_QUESTIONS.get(name)?.answer;
  const [first = name] = [...ALL_QUESTIONS].find(([, question]) => question.answer === answer) ?? [];
  return { $ref: `#/components/schemas/${schemaName(first)}` };
}

function queryParameters(query: z.ZodObject) {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const camel = (name: string): string => name.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());
const operationId = camel;
/** `measure/autonomy` and its like share the shape of `measure`. */
const schemaName = (name: string): string =>
  camel(`-${ALL_QUESTIONS.has(name.split('/')[0] ?? '') ? name : (name.split('/')[0] ?? name)}`);
const jsonResponse = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
});
const refusalResponse = jsonResponse('Why it is not answered, and what to do.', {
  $ref: '#/components/schemas/Refusal',
});
