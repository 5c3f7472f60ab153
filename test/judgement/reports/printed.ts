import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { JudgementSource, Override, Remark } from '../../../src/judgement/index.ts';
import type { Observation } from '../../../src/measure/observation.ts';
import { type Definition, type Indicator, type Pack, readPack, type Target } from '../../../src/pack/index.ts';

const root = join(import.meta.dirname, '../../..');

/** The rows of a file of printed figures. */
export function printedRows(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(root, 'test/fixtures/reports', `${name}.csv`), 'utf8'), { columns: true });
}

/** The library's schemes and label sets. */
export async function library(): Promise<Pick<Pack, 'schemes' | 'labels'>> {
  const { pack } = await readPack('childrens-services', { packsFolder: join(root, 'packs') });
  if (pack === null) throw new Error('the library has faults');
  return pack;
}

/** A cell that is a number, with or without a sign for its unit; null for an empty one. */
export function number(cell: string | undefined): number | null {
  const found = cell === undefined ? '' : cell.replace(/[%,]| days/g, '');
  return found === '' || Number.isNaN(Number(found)) ? null : Number(found);
}

export const definition = (over: Partial<Definition>): Definition => ({
  title: '',
  theme: 'all',
  polarity: 'none',
  measuredIn: 'percent',
  decimals: 1,
  basis: 'year-to-date',
  list: [],
  findings: [],
  looksBackMonths: 0,
  ...over,
});

export const indicatorOf = (id: string, over: Partial<Definition>): Indicator => ({
  id,
  versions: [{ from: null, note: '', comparable: true, definition: definition(over), hash: '', needs: new Map() }],
});

/** What is printed of one figure: a value, or what it is made of. */
export type Printed = number | readonly [numerator: number, denominator: number];

export interface PrintedIndicator {
  readonly id: string;
  readonly definition: Partial<Definition>;
  readonly figures: Readonly<Record<string, Printed | null>>;
  readonly target?: Partial<Target>;
}

const scales: Partial<Record<Definition['measuredIn'], number>> = { percent: 100, 'rate-per-10000': 10_000 };

/** Printed figures as a source of judgements, for one unit, in force from long ago. */
export function printedSource(
  indicators: readonly PrintedIndicator[],
  more: Partial<Omit<JudgementSource['pack'], 'overrides'>> & {
    overrides?: Readonly<Record<string, readonly Override[]>>;
    remarks?: Readonly<Record<string, Remark>>;
  } = {},
): JudgementSource {
  const { overrides = {}, remarks = {}, ...pack } = more;
  const byId = new Map(indicators.map((each) => [each.id, each]));
  return {
    pack: {
      financialYearStart: 4,
      indicators: new Map(indicators.map(({ id, definition: over }) => [id, indicatorOf(id, over)])),
      targets: indicators.flatMap(({ id, target }): Target[] =>
        target === undefined
          ? []
          : [{ indicator: id, from: '2000-04-01', set_by: 'As printed', reason: 'As printed', ...target }],
      ),
      ...pack,
    },
    observation(indicator, unit, month): Observation | undefined {
      const printed = byId.get(indicator)?.figures[month];
      if (printed === undefined || printed === null) return undefined;
      const common = { indicator, unit, month, state: 'value', reason: null } as const;
      if (typeof printed === 'number') {
        const isCount = byId.get(indicator)?.definition.measuredIn === 'count';
        return { ...common, numerator: isCount ? printed : null, denominator: null, value: printed };
      }
      const [numerator, denominator] = printed;
      const scale = scales[byId.get(indicator)?.definition.measuredIn ?? 'percent'] ?? 1;
      return { ...common, numerator, denominator, value: (numerator * scale) / denominator };
    },
    overrides: (indicator) => overrides[indicator] ?? [],
    remark: (indicator) => remarks[indicator] ?? null,
  };
}
