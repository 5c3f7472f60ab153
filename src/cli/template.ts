import { type Month, monthEnd, parseBasis, windowOf } from '../calendar/index.ts';
import { type DueFigure, writeTemplate } from '../intake/index.ts';
import { openFigures } from '../measure/index.ts';
import { type Pack, versionAt } from '../pack/index.ts';
import { loadPack, monthOption, parseCall, required } from './arguments.ts';
import { type Command, InputError } from './command.ts';

/** Writes the workbook in which the collected figures of a month are filled in. */
export const template: Command = {
  name: 'template',
  usage: 'template --data DIR --pack PACK --month YYYY-MM --out FILE.xlsx',
  summary: 'write the workbook for the collected figures that are due in a month; load it when it is filled in',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      pack: { type: 'string' },
      month: { type: 'string' },
      out: { type: 'string' },
    });
    const data = required(values.data, 'data');
    const month = monthOption(required(values.month, 'month'), 'month');
    const out = required(values.out, 'out');
    const pack = await loadPack(required(values.pack, 'pack'), effects);
    const asked = askedIn(pack, month);
    if (asked.length === 0)
      throw new InputError(`The pack ${pack.id} has no collected indicator that is due in ${month}`);
    const due = await dueIn(data, pack, month, asked);
    await writeTemplate(out, due);
    effects.stderr(
      `${out}: ${due.length} figures of ${new Set(due.map(({ indicator }) => indicator)).size} indicators are due\n`,
    );
    return 0;
  },
};

/** The collected indicators that have a figure at the end of a month: those by the quarter only where a quarter ends. */
function askedIn(pack: Pack, month: Month): string[] {
  return [...pack.indicators.values()].flatMap((indicator) => {
    const { source, basis } = versionAt(indicator, monthEnd(month)).definition;
    if (source !== 'collected') return [];
    const parsed = parseBasis(basis);
    const ends = parsed.kind !== 'quarter' || endsQuarter(month, pack.financialYearStart);
    return ends ? [indicator.id] : [];
  });
}

function endsQuarter(month: Month, firstMonth: number): boolean {
  const { start } = windowOf(parseBasis('quarter'), month, firstMonth);
  const span =
    (Number(month.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(month.slice(5)) - Number(start.slice(5, 7));
  return span === 2;
}

/** What of it has not been given yet, by indicator and unit. */
async function dueIn(data: string, pack: Pack, month: Month, asked: readonly string[]): Promise<DueFigure[]> {
  const figures = await openFigures({ data, pack, months: { last: month, count: 1 }, indicators: [] }).catch(
    (error: Error) => {
      if (error.name === 'NothingLoaded') return null;
      throw error;
    },
  );
  const units = figures?.units(month).filter(({ kind }) => kind !== 'not-attributed') ?? unitsOf(pack, month);
  const due = asked.flatMap((id) =>
    units.flatMap(({ code, name }) => {
      const given = figures?.observation(id, code, month);
      if (given && given.state !== 'not-collected') return [];
      const indicator = pack.indicators.get(id);
      if (!indicator) return [];
      const { title, measuredIn } = versionAt(indicator, monthEnd(month)).definition;
      return [{ indicator: id, title, unit: code, unitName: name, month, measuredIn }];
    }),
  );
  await figures?.close();
  return due;
}

/** The units of the pack at the end of a month, where nothing has been loaded; the whole authority where it names none. */
function unitsOf({ units }: Pack, month: Month): { code: string; name: string }[] {
  const day = monthEnd(month);
  const inForce = units.filter(({ from = '', to = '9999-12-31' }) => from <= day && day <= to);
  return inForce.length > 0 ? inForce : [{ code: 'authority', name: 'Whole authority' }];
}
