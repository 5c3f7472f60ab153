import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { monthEnd } from '../../calendar/index.ts';
import { versionAt } from '../../pack/index.ts';
import { csvText } from '../cases/csv.ts';
import { StillLoading } from '../errors.tsx';
import type { ServerOptions, ShownFigures } from '../options.ts';
import { editionRows, editionsFor } from './editions.ts';
import { columns, mostRows, placesOf, rowsAt } from './figures.ts';
import { openApi } from './openapi.ts';
import { type Operation, operations } from './operations.ts';
import { figuresParquet } from './parquet.ts';
import { ApiProblem, problems } from './problem.ts';
import type { FigureRow, FiguresQuery } from './schemas.ts';

const root = '/api/v1';

/** Reads a query by its schema. @throws ApiProblem 400 that names each parameter at fault */
function read<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  const { success, data, error } = schema.safeParse(query);
  if (success) return data;
  const errors = error.issues.map((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
    return { parameter: names.join(', '), detail: issue.message };
  });
  throw new ApiProblem(400, 'The query is not as it should be', 'openapi.json says what may stand in it.', errors);
}

/** Sends an answer with a name of its own, or says that it is still the one that the tool has. */
function answer(request: FastifyRequest, reply: FastifyReply, type: string, body: string | Buffer): FastifyReply {
  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'Authorization, Cookie' });
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return reply.code(304).send();
  return reply.type(type).send(body);
}

const json = (request: FastifyRequest, reply: FastifyReply, body: unknown): FastifyReply =>
  answer(request, reply, 'application/json; charset=utf-8', JSON.stringify(body));

/** Figures for other tools, under the rights of whoever asks: what they see is what their pages show. It gives no cases. */
export async function apiRoutes(server: FastifyInstance, options: ServerOptions): Promise<void> {
  const config = { right: 'figures' } as const;
  const current = (): ShownFigures => {
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    return figures;
  };
  const at = ({ path }: Operation): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
  const list = (request: FastifyRequest, reply: FastifyReply, data: readonly unknown[]) =>
    json(request, reply, { data, next: null });

  await server.register(
    async (scope) => {
      problems(scope, options);

      scope.get('/openapi.json', { config: { right: 'open' } }, async (request, reply) =>
        json(request, reply, openApi(options.figures()?.pack.title ?? 'figures')),
      );

      scope.get(at(operations.months), { config }, async (request, reply) => {
        read(operations.months.query, request.query);
        return list(
          request,
          reply,
          current().months.map((month) => ({ month, last_day: monthEnd(month) })),
        );
      });

      scope.get(at(operations.indicators), { config }, async (request, reply) => {
        read(operations.indicators.query, request.query);
        return list(request, reply, indicatorsIn(current()));
      });

      scope.get(at(operations.units), { config }, async (request, reply) => {
        const figures = current();
        const { month = figures.months.at(-1) ?? '' } = read(operations.units.query, request.query);
        if (!figures.months.includes(month)) {
          throw new ApiProblem(404, 'There are no figures for that month', `It was ${month}.`);
        }
        return list(
          request,
          reply,
          figures.units(month).map(({ code, name, kind, parent }) => ({ code, name, kind, parent })),
        );
      });

      scope.get(at(operations.figures), { config }, async (request, reply) => {
        const { limit = 1000, offset = 0, ...query } = read(operations.figures.query, request.query);
        const figures = current();
        const places = placesOf(figures, query);
        const data = await rowsAt(figures, places.slice(offset, offset + limit));
        const next = offset + limit < places.length ? nextOf(request, limit, offset + limit) : null;
        if (next !== null) reply.header('link', `<${next}>; rel="next"`);
        return json(request, reply, { data, next });
      });

      async function whole(query: FiguresQuery): Promise<FigureRow[]> {
        const figures = current();
        const places = placesOf(figures, query);
        if (places.length > mostRows) {
          const most = mostRows.toLocaleString('en-GB');
          throw new ApiProblem(
            400,
            'That is too much for one file',
            `Name indicators, units or months: ${most} rows are the most.`,
          );
        }
        return rowsAt(figures, places);
      }

      scope.get(at(operations.figuresCsv), { config }, async (request, reply) => {
        const rows = await whole(read(operations.figuresCsv.query, request.query));
        reply.header('content-disposition', 'attachment; filename="figures.csv"');
        const text = csvText([columns, ...rows.map((row) => columns.map((name) => row[name]))]);
        return answer(request, reply, 'text/csv; charset=utf-8', text);
      });

      scope.get(at(operations.figuresParquet), { config }, async (request, reply) => {
        const rows = await whole(read(operations.figuresParquet.query, request.query));
        reply.header('content-disposition', 'attachment; filename="figures.parquet"');
        return answer(request, reply, 'application/vnd.apache.parquet', await figuresParquet(rows));
      });

      scope.get(at(operations.editions), { config }, async (request, reply) => {
        read(operations.editions.query, request.query);
        return list(request, reply, await editionsFor(options, request.asking));
      });

      scope.get<{ Params: { number: string } }>(at(operations.editionFigures), { config }, async (request, reply) => {
        read(operations.editionFigures.query, request.query);
        return list(request, reply, await editionRows(options, current(), request.asking, request.params.number));
      });
    },
    { prefix: root },
  );
}

/** The address of the next page: the query as it came, further on. */
function nextOf({ url }: FastifyRequest, limit: number, offset: number): string {
  const parameters = new URLSearchParams(url.split('?')[1] ?? '');
  parameters.set('limit', String(limit));
  parameters.set('offset', String(offset));
  return `${root}/figures?${parameters}`;
}

function indicatorsIn({ pack, months }: ShownFigures) {
  const day = monthEnd(months.at(-1) ?? '');
  return [...pack.indicators.values()].map((indicator) => {
    const { definition } = versionAt(indicator, day);
    return {
      id: indicator.id,
      title: definition.title,
      short_title: definition.shortTitle ?? null,
      theme: definition.theme,
      polarity: definition.polarity,
      measured_in: definition.measuredIn,
      decimals: definition.decimals,
      basis: definition.basis,
      source: definition.source ?? null,
      counted: definition.counted ?? null,
      condition: definition.condition ?? null,
      left_out: definition.leftOut ?? null,
    };
  });
}
