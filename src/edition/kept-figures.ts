import type { Month } from '../calendar/index.ts';
import type { Observation, ValueState } from '../measure/index.ts';

/** A figure as an edition keeps it. */
export interface KeptFigure {
  readonly observation: Observation;
  /** The edition that it was taken from; null where it was worked out for this one. */
  readonly from: number | null;
}

/** How a figure of the edition's own month was judged. */
export interface KeptJudgement {
  readonly indicator: string;
  readonly unit: string;
  readonly month: Month;
  readonly status: string | null;
  readonly statusByRule: string | null;
  readonly statusReason: string | null;
  /** The target in force; a range by both its ends. */
  readonly target: readonly number[] | null;
  readonly trend: string | null;
  readonly fromPrevious: string | null;
  readonly fromOutturn: string | null;
  readonly fromYearAgo: string | null;
}

/** figures.json: one row a figure, so that sixty months of a county are a file of ordinary size. */
export interface KeptFigures {
  readonly figures: readonly KeptFigure[];
  readonly judgements: readonly KeptJudgement[];
}

type FigureRow = [
  string,
  string,
  Month,
  number | null,
  number | null,
  number | null,
  string,
  string | null,
  number | null,
  number | null,
];

/** The file as text: one figure a line, by indicator, unit and month. */
export function writeFigures({ figures, judgements }: KeptFigures): string {
  const rows = figures.map(
    ({ observation: one, from }): FigureRow => [
      one.indicator,
      one.unit,
      one.month,
      one.numerator,
      one.denominator,
      one.value,
      one.state,
      one.reason,
      one.populationYear ?? null,
      from,
    ],
  );
  const lines = (list: readonly unknown[]) =>
    list
      .map((one) => JSON.stringify(one))
      .toSorted()
      .join(',\n');
  return `{"figures":[\n${lines(rows)}\n],\n"judgements":[\n${lines(judgements)}\n]}\n`;
}

/** What `writeFigures` wrote. */
export function readFigures(text: string): KeptFigures {
  const { figures, judgements } = JSON.parse(text) as { figures: FigureRow[]; judgements: KeptJudgement[] };
  return { figures: figures.map(figureOf), judgements };
}

function figureOf(row: FigureRow): KeptFigure {
  const [indicator, unit, month, numerator, denominator, value, state, reason, year, from] = row;
  const observation = { indicator, unit, month, numerator, denominator, value, state: state as ValueState, reason };
  return { observation: year === null ? observation : { ...observation, populationYear: year }, from };
}

/** Names a figure. */
export const figureKey = (indicator: string, unit: string, month: Month): string => `${indicator}|${unit}|${month}`;

/** Whether two figures are the same to the last digit; a figure that is not there is one without a state. */
export function sameFigure(one: Observation | undefined, other: Observation | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const same = (field: 'numerator' | 'denominator' | 'value' | 'state') => one[field] === other[field];
  return same('numerator') && same('denominator') && same('value') && same('state');
}
