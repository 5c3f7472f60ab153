import type { FastifyInstance } from 'fastify';
import { lineOf, may } from '../../access/index.ts';
import { judge } from '../../judgement/index.ts';
import { type Choice, chooseFrom, chooseIndicator, type Query } from '../choice.ts';
import { StillLoading } from '../errors.tsx';
import { sendPage } from '../html.ts';
import type { ServerOptions } from '../options.ts';
import { comparable, comparedUnits } from './compare.ts';
import { ComparePage } from './compare-page.tsx';
import { UnitsPage } from './list-page.tsx';
import { UnitPage } from './unit-page.tsx';

interface Asked {
  Querystring: Query;
}

/** Units: the tree of them, one by itself, and one indicator over several. */
export function unitRoutes(server: FastifyInstance, options: ServerOptions): void {
  const config = { right: 'figures' } as const;
  const choose = (query: Query): Choice => {
    const figures = options.figures();
    if (figures === null) throw new StillLoading();
    return chooseFrom(figures, query);
  };

  server.get<Asked>('/units', { config }, async ({ query }, reply) =>
    sendPage(reply, <UnitsPage choice={choose({ month: query.month })} />),
  );

  server.get<Asked & { Params: { code: string } }>(
    '/units/:code',
    { config },
    async ({ params, query, asking: { person, day } }, reply) => {
      const choice = choose({ month: query.month, unit: params.code });
      const mayWork = may(person, 'cases', lineOf(choice.units, choice.unit), day);
      return sendPage(reply, <UnitPage choice={choice} mayWork={mayWork} />);
    },
  );

  server.get<Asked>('/compare', { config }, async ({ query }, reply) => {
    const choice = choose({ month: query.month, unit: query.unit });
    const named = Array.isArray(query.indicator) ? query.indicator[0] : query.indicator;
    // Without a choice the first that has a figure: an empty page tells nobody anything.
    const first = comparable(choice).find(
      ({ id }) => judge(choice.figures, id, choice.unit, choice.month).figure !== null,
    );
    const indicator = chooseIndicator(choice.figures, String(named || first?.id));
    const deep = query.level === 'teams';
    const compared = comparedUnits(choice, indicator, deep);
    return sendPage(reply, <ComparePage choice={choice} compared={compared} deep={deep} />);
  });
}
