import { addToMonth, type Month, monthEnd, monthRange, outturnMonth } from '../calendar/index.ts';
import { judge } from '../judgement/index.ts';
import { type Figures, openFigures } from '../measure/index.ts';
import { versionAt } from '../pack/index.ts';
import { choice, countOption, loadPack, monthOption, parseCall, required } from './arguments.ts';
import { benchmarksOf, withBenchmarks } from './benchmarked.ts';
import { CallError, type Command } from './command.ts';
import { progressTo } from './progress.ts';
import { type Cell, formats, printRows } from './table.ts';

const header = [
  'indicator',
  'unit',
  'month',
  'basis',
  'numerator',
  'denominator',
  'value',
  'state',
  'status',
  'direction_from_previous',
  'direction_from_outturn',
];

/** Prints figures and their judgements, one row per indicator, unit and month. */
export const results: Command = {
  name: 'results',
  usage:
    'results --data DIR --pack PACK --month YYYY-MM [--months N] [--indicator ID]... [--unit CODE]... [--format csv|json|table]',
  summary: 'print the figures of a month, or of the months up to it, with status and direction',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      pack: { type: 'string' },
      month: { type: 'string' },
      months: { type: 'string' },
      indicator: { type: 'string', multiple: true },
      unit: { type: 'string', multiple: true },
      format: { type: 'string' },
    });
    const data = required(values.data, 'data');
    const last = monthOption(required(values.month, 'month'), 'month');
    const count = countOption(values.months, 'months', 1);
    const format = choice(values.format, 'format', formats, 'csv');
    const pack = await loadPack(required(values.pack, 'pack'), effects);
    for (const id of values.indicator ?? [])
      if (!pack.indicators.has(id)) throw new CallError(`No indicator ${id} in the pack`);
    const months = monthRange(addToMonth(last, 1 - count), last);
    // The first month asked for is compared with its outturn, which is up to twelve months back.
    const first = outturnMonth(months[0] ?? last, pack.financialYearStart);
    const opened = await openFigures({
      data,
      pack,
      months: { last, count: monthRange(first, last).length },
      indicators: values.indicator,
      progress: progressTo(effects, 'Computing indicators'),
    });
    try {
      const figures = withBenchmarks(opened, await benchmarksOf(data, pack));
      const ids = (values.indicator ?? [...pack.indicators.keys()]).toSorted(byCode);
      const rows = ids.flatMap((id) => indicatorRows(figures, id, values.unit, months));
      for (const piece of printRows(format, header, rows)) effects.stdout(piece);
      for (const line of [...reasons(figures, ids, last), ...idleTargets(figures, last)]) effects.stderr(`${line}\n`);
      return 0;
    } finally {
      await opened.close();
    }
  },
};

/** Why indicators have no figure in the last month, a line for each reason. */
function* reasons(figures: Figures, ids: readonly string[], month: Month): Generator<string> {
  const [authority] = figures.units(month);
  const absent = ids.flatMap((id) => {
    const observation = authority && figures.observation(id, authority.code, month);
    return observation?.state === 'not-collected' ? [{ id, reason: observation.reason ?? '' }] : [];
  });
  for (const [reason, same] of Map.groupBy(absent, (one) => one.reason)) {
    yield `Not collected in ${month}: ${same.map(({ id }) => id).join(', ')}. ${reason}`;
  }
}

/** Units of targets.csv that the loaded data does not know: their targets judge nothing. */
function idleTargets(figures: Figures, month: Month): string[] {
  const codes = new Set(figures.units(month).map(({ code }) => code));
  const unknown = new Set(figures.pack.targets.flatMap(({ unit }) => (unit && !codes.has(unit) ? [unit] : [])));
  return unknown.size > 0 ? [`targets.csv: no such unit in ${month}: ${[...unknown].join(', ')}`] : [];
}

/** Code-point order, the same on every machine. */
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function indicatorRows(
  figures: Figures,
  indicator: string,
  units: string[] | undefined,
  months: readonly Month[],
): Cell[][] {
  const codes = new Set(months.flatMap((month) => figures.units(month).map(({ code }) => code)));
  for (const code of units ?? [])
    if (!codes.has(code)) throw new CallError(`No unit ${code}; there are ${[...codes].join(', ')}`);
  const definition = figures.pack.indicators.get(indicator);
  if (!definition) return [];
  return [...(units ?? codes)].toSorted(byCode).flatMap((unit) =>
    months.flatMap((month) => {
      const observation = figures.observation(indicator, unit, month);
      if (!observation) return [];
      const { status, directionFromPrevious, directionFromOutturn } = judge(figures, indicator, unit, month);
      return [
        [
          indicator,
          unit,
          month,
          versionAt(definition, monthEnd(month)).definition.basis,
          observation.numerator,
          observation.denominator,
          observation.value,
          observation.state,
          status,
          directionFromPrevious,
          directionFromOutturn,
        ],
      ];
    }),
  );
}
