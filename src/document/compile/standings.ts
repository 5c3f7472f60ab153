import { bestAndHotspots } from '../../judgement/index.ts';
import type { Context } from './context.ts';

/** The best unit and the hotspots of an indicator among the units right below that of the report. */
export function standings(context: Context, indicator: string): ReturnType<typeof bestAndHotspots> {
  const { input, unit, month, report } = context;
  const below = input.figures.units(month).filter(({ parent }) => parent === unit.code);
  return bestAndHotspots(
    input.figures,
    indicator,
    below.map(({ code }) => code),
    month,
    { rule: report.hotspots ?? { statuses: ['away'] }, since: context.when('previous') },
  );
}
