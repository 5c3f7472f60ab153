import { z } from 'zod';
import { type Operation, operations } from './operations.ts';
import { problemSchema } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** A schema as the document holds it; what has a name of its own stands once, under components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): { schema: Json; named: Record<string, Json> } {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  const {
    $schema: _,
    $defs = {},
    ...own
  } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<string, unknown>;
  return { schema: own, named: $defs as Record<string, Json> };
}

function parametersOf({ path, query }: Operation): Json[] {
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  }));
  const { properties = {} } = schemaOf(query, 'input').schema as { properties?: Record<string, Json> };
  return [
    ...places,
    ...Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: false,
      ...(description === undefined ? {} : { description }),
      schema,
    })),
  ];
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function pathOf(operation: Operation): Json {
  const content = Object.fromEntries(
    Object.entries(operation.answers).map(([type, schema]) => [
      type,
      schema === null ? {} : { schema: schemaOf(schema).schema },
    ]),
  );
  return {
    get: {
      operationId: operation.id,
      summary: operation.summary,
      parameters: parametersOf(operation),
      responses: {
        200: {
          description: operation.summary,
          headers: { ETag: { description: 'Names this very answer', schema: { type: 'string' } } },
          content,
        },
        304: { description: 'It is still what If-None-Match names' },
        400: problem('The query is not as it should be'),
        401: problem('No valid token'),
        403: problem('The token gives no right to it'),
        404: problem('There is no such thing, or none that is yours to see'),
        503: problem('The figures are still being worked out'),
      },
    },
  };
}

/** Every schema with a name that an answer holds. */
function namedSchemas(): Record<string, Json> {
  const answers = Object.values(operations).flatMap((operation): (z.ZodType | null)[] =>
    Object.values(operation.answers),
  );
  const all = [...answers.filter((schema) => schema !== null), problemSchema];
  return Object.assign({}, ...all.map((schema) => schemaOf(schema).named)) as Record<string, Json>;
}

/** The interface, described as OpenAPI 3.1, from the schemas that requests and answers are held to. */
export function openApi(title: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: `Outturn: ${title}`,
      version: '1.0.0',
      description:
        'Figures for other tools, with the rights of whoever the token belongs to. No cases. Columns and fields stay as they are in this version; new ones are added at the end.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths: Object.fromEntries(Object.values(operations).map((operation) => [operation.path, pathOf(operation)])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: namedSchemas(),
    },
  };
}
