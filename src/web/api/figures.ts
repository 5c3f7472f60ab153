import { addToMonth, type Month, monthEnd, monthRange } from '../../calendar/index.ts';
import { judge } from '../../judgement/index.ts';
import { versionAt } from '../../pack/index.ts';
import type { ShownFigures } from '../options.ts';
import { ApiProblem } from './problem.ts';
import { type FigureRow, type FiguresQuery, figureSchema } from './schemas.ts';

/** The columns of figures, in the order of every form. */
export const columns = Object.keys(figureSchema.shape) as readonly (keyof FigureRow)[];

type Place = readonly [indicator: string, unit: string, month: Month];

/** The rows of a file may be so many; what asks for more is told to narrow it. */
export const mostRows = 200_000;

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Where there may be figures that a query asks for, by indicator, unit and month.
 *
 * @throws ApiProblem 404 for an indicator or unit that is not there, or not for whoever asks; 400 for months the wrong way
 */
export function placesOf(figures: ShownFigures, query: FiguresQuery): readonly Place[] {
  const last = query.to ?? figures.months.at(-1) ?? '';
  const first = query.from ?? addToMonth(last, -12);
  if (first > last) throw new ApiProblem(400, 'Those months are the wrong way round', `${first} is after ${last}.`);
  const wanted = new Set(monthRange(first, last));
  const months = figures.months.filter((month) => wanted.has(month));
  const unitsIn = new Map(months.map((month) => [month, new Set(figures.units(month).map(({ code }) => code))]));
  const known = new Set([...unitsIn.values()].flatMap((codes) => [...codes]));
  for (const id of query.indicator) {
    if (!figures.pack.indicators.has(id))
      throw new ApiProblem(404, 'There is no such indicator', `It is called ${id}.`);
  }
  for (const code of query.unit) {
    if (months.length > 0 && !known.has(code)) {
      throw new ApiProblem(
        404,
        'There is no such unit',
        `It is called ${code}; it may also be one that is not yours to see.`,
      );
    }
  }
  const indicators = query.indicator.length > 0 ? [...new Set(query.indicator)] : [...figures.pack.indicators.keys()];
  const units = query.unit.length > 0 ? [...new Set(query.unit)] : [...known];
  const inOrder = units.toSorted(byCode);
  return indicators
    .toSorted(byCode)
    .flatMap((indicator) =>
      inOrder.flatMap((unit) =>
        months.flatMap((month): Place[] => (unitsIn.get(month)?.has(unit) ? [[indicator, unit, month]] : [])),
      ),
    );
}

/** The figure of a place as a row; null where there is none. */
function rowOf(figures: ShownFigures, [id, unit, month]: Place): FigureRow | null {
  const observation = figures.observation(id, unit, month);
  const indicator = figures.pack.indicators.get(id);
  if (!observation || !indicator) return null;
  const { definition } = versionAt(indicator, monthEnd(month));
  const { status, target } = judge(figures, id, unit, month);
  return {
    indicator: id,
    unit,
    month,
    basis: definition.basis,
    measured_in: definition.measuredIn,
    numerator: observation.numerator,
    denominator: observation.denominator,
    value: observation.value,
    state: observation.state,
    status,
    target: target?.target ?? null,
    target_high: target?.target_high ?? null,
  };
}

/** The figures at some places. Others are answered in between, for there may be many. */
export async function rowsAt(figures: ShownFigures, places: readonly Place[]): Promise<FigureRow[]> {
  const rows: FigureRow[] = [];
  for (const [index, place] of places.entries()) {
    const row = rowOf(figures, place);
    if (row) rows.push(row);
    if (index % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}
