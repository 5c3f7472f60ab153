import type { Month } from '../calendar/index.ts';
import type { CollectedFigure, Pack, Version } from '../pack/index.ts';
import type { Session } from '../warehouse/index.ts';
import type { Observation } from './observation.ts';
import { absent, figureOf, reasonOf } from './value.ts';

/** The dataset that holds collected figures. */
const dataset = 'observations';

/** The figures that are given and not counted: those of the pack, and over them those that were loaded. */
export class CollectedFigures {
  private readonly given: ReadonlyMap<string, CollectedFigure>;
  private readonly root: string;

  /** @param root the code that an empty unit and the word `authority` stand for */
  constructor(figures: readonly CollectedFigure[], root: string) {
    this.root = root;
    this.given = new Map(
      figures.map((figure) => [keyOf(figure.indicator, this.unitOf(figure.unit), figure.month), figure]),
    );
  }

  /** The figure of a collected indicator; `not-collected` where none is given. */
  observation(indicator: string, { definition }: Version, unit: string, month: Month): Observation {
    const figure = this.given.get(keyOf(indicator, unit, month));
    if (!figure) return absent(indicator, unit, month, 'No figure has been given for this month');
    const { measuredIn } = definition;
    if (figure.numerator === undefined) {
      const value = figure.value ?? null;
      const numerator = measuredIn === 'count' ? value : null;
      return { indicator, unit, month, numerator, denominator: null, value, state: 'value', reason: null };
    }
    const denominator = figure.denominator ?? null;
    const { value, state } = figureOf(measuredIn, figure.numerator, denominator);
    return {
      indicator,
      unit,
      month,
      numerator: figure.numerator,
      denominator,
      value,
      state,
      reason: reasonOf(state, measuredIn),
    };
  }

  private unitOf(unit: string | undefined): string {
    return unit === undefined || unit === 'authority' ? this.root : unit;
  }
}

const keyOf = (indicator: string, unit: string, month: Month) => `${indicator}|${unit}|${month}`;

/** The months of figures, in order. */
export function monthsGiven(figures: readonly Pick<CollectedFigure, 'month'>[]): Month[] {
  return figures.map(({ month }) => month).toSorted();
}

/** Reads the figures that were loaded; none where the pack has no dataset for them. */
export async function loadedFigures(session: Session, pack: Pack): Promise<CollectedFigure[]> {
  if (!pack.datasets.has(dataset)) return [];
  const rows = await session.rows(
    `select indicator, unit, month, cast(numerator as double precision), cast(denominator as double precision),
      cast("value" as double precision) from ${dataset} where indicator is not null and month is not null`,
  );
  const number = (cell: unknown) => (cell === null || cell === undefined ? undefined : Number(cell));
  return rows.map(([indicator, unit, month, numerator, denominator, value]) => ({
    indicator: String(indicator),
    unit: unit === null || unit === undefined ? undefined : String(unit),
    month: String(month),
    numerator: number(numerator),
    denominator: number(denominator),
    value: number(value),
  }));
}
