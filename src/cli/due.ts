import { lineOf } from '../access/index.ts';
import { openFigures } from '../measure/index.ts';
import { versionAt } from '../pack/index.ts';
import { choice, loadedPack, parseCall, required } from './arguments.ts';
import { CallError, type Command } from './command.ts';
import { recordLookOf } from './look.ts';
import { formats, printRows } from './table.ts';

const header = [
  'last_day',
  'days_left',
  'days_counted',
  'indicator',
  'title',
  'case_id',
  'person_id',
  'unit',
  'worker_id',
];

/** Prints the work that waits, by the due rules of indicators; the look is audited. */
export const due: Command = {
  name: 'due',
  usage: 'due --data DIR [--pack PACK] [--unit CODE] [--indicator ID]... [--within DAYS] [--format csv|json|table]',
  summary: 'print what will breach and when, the oldest first, at the as-at date of the extracts',
  details:
    'Days left are below nought where the last day is past. --within leaves out what is due later than so many days after the extract’s as-at date.',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      pack: { type: 'string' },
      unit: { type: 'string' },
      indicator: { type: 'string', multiple: true },
      within: { type: 'string' },
      format: { type: 'string' },
    });
    const data = required(values.data, 'data');
    const format = choice(values.format, 'format', formats, 'csv');
    const within = values.within === undefined ? Infinity : Number(values.within);
    if (Number.isNaN(within)) throw new CallError(`--within ${values.within}: a number of days`);
    const pack = await loadedPack(data, values.pack, effects);
    for (const id of values.indicator ?? [])
      if (!pack.indicators.has(id)) throw new CallError(`No indicator ${id} in the pack`);
    const figures = await openFigures({ data, pack, months: { count: 1 }, indicators: [] });
    try {
      const month = figures.months.at(-1) ?? '';
      const units = figures.units(month);
      const unit = values.unit ?? units[0]?.code ?? '';
      if (lineOf(units, unit).length === 0) throw new CallError(`No unit ${unit} in ${month}`);
      const list = await figures.due?.(unit);
      const last = Date.parse(figures.asAt) + within * 86_400_000;
      const cases = (list?.cases ?? []).filter(
        ({ indicator, dueOn }) => (values.indicator?.includes(indicator) ?? true) && Date.parse(dueOn) <= last,
      );
      const narrowed = [...(values.indicator ?? []), ...(values.within === undefined ? [] : [`within ${within} days`])];
      await recordLookOf(data, effects, {
        what: 'work list',
        unit,
        month,
        list: narrowed.join(', ') || 'all',
        cases: cases.length,
      });
      const titles = new Map(
        [...pack.indicators].map(([id, indicator]) => [id, versionAt(indicator, figures.asAt).definition.title]),
      );
      const rows = cases.map((one) => [
        one.dueOn,
        one.left,
        one.counts === 'working-days' ? 'working days' : 'days',
        one.indicator,
        titles.get(one.indicator) ?? one.indicator,
        one.caseId,
        one.person,
        one.unit,
        one.worker,
      ]);
      for (const piece of printRows(format, header, rows)) effects.stdout(piece);
      for (const { indicator, reason } of list?.without ?? []) effects.stderr(`No list for ${indicator}: ${reason}\n`);
      return 0;
    } finally {
      await figures.close();
    }
  },
};
