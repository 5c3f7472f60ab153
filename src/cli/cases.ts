import { openFigures } from '../measure/index.ts';
import { choice, loadPack, monthOption, parseCall, required } from './arguments.ts';
import { CallError, type Command } from './command.ts';
import { recordLookOf } from './look.ts';
import { formats, printRows } from './table.ts';

/** Prints the cases behind one figure; the look is audited. */
export const cases: Command = {
  name: 'cases',
  usage: 'cases --data DIR --pack PACK --indicator ID --unit CODE --month YYYY-MM [--format csv|json|table]',
  summary: 'print the cases behind one figure; the figure is the sum of their weights',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      pack: { type: 'string' },
      indicator: { type: 'string' },
      unit: { type: 'string' },
      month: { type: 'string' },
      format: { type: 'string' },
    });
    const data = required(values.data, 'data');
    const indicator = required(values.indicator, 'indicator');
    const unit = required(values.unit, 'unit');
    const month = monthOption(required(values.month, 'month'), 'month');
    const format = choice(values.format, 'format', formats, 'csv');
    const pack = await loadPack(required(values.pack, 'pack'), effects);
    if (!pack.indicators.has(indicator)) throw new CallError(`No indicator ${indicator} in the pack`);
    const figures = await openFigures({ data, pack, months: { last: month, count: 1 }, indicators: [] });
    try {
      if (!figures.units(month).some(({ code }) => code === unit)) throw new CallError(`No unit ${unit} in ${month}`);
      const figure = figures.observation(indicator, unit, month);
      if (figure?.state === 'not-collected') effects.stderr(`Not collected: ${figure.reason}\n`);
      const list = await figures.cases(indicator, unit, month);
      await recordLookOf(data, effects, {
        what: 'cases',
        indicator,
        unit,
        month,
        cases: list.cases.length,
      });
      const header = ['case_id', 'unit', 'date', 'in_numerator', 'weight', ...list.columns];
      const rows = list.cases.map((one) => [
        one.caseId,
        one.unit,
        one.date,
        one.inNumerator,
        one.weight,
        ...one.columns,
      ]);
      for (const piece of printRows(format, header, rows)) effects.stdout(piece);
      return 0;
    } finally {
      await figures.close();
    }
  },
};
