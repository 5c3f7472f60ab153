import type { BesideFigure, Block, ReportInput, Table } from '../../src/document/index.ts';
import { cellText, compileReport } from '../../src/document/index.ts';
import type { Observation, Unit } from '../../src/measure/index.ts';
import type { Definition, Indicator, Target, Version } from '../../src/pack/index.ts';
import { definition } from '../judgement/reports/printed.ts';
import { figuresDouble, reportOf } from '../web/figures-double.ts';

type ReportFile = Parameters<typeof reportOf>[0];
/** A part of a section, as a pack writes it. */
export type PartFile = NonNullable<NonNullable<ReportFile['sections']>[number]['parts']>[number];

/** A value, or a numerator over a denominator. */
type Given = number | readonly [number, number];

interface Measure {
  readonly definition: Partial<Definition>;
  /** By unit and month. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, Given>>>>;
  readonly target?: Partial<Target>;
  /** Days from which the figures do not compare with those before. */
  readonly breaks?: readonly string[];
}

interface Asked {
  readonly measures: Readonly<Record<string, Measure>>;
  readonly part: PartFile;
  readonly report?: Partial<ReportFile>;
  readonly month?: string;
  /** The months that the data reach. */
  readonly months?: readonly string[];
  readonly beside?: readonly BesideFigure[];
  readonly pack?: Partial<ReportInput['figures']['pack']>;
}

/** A county with two areas; the first has two teams, the second one. */
const units: Unit[] = [
  { code: 'C', name: 'County', kind: 'authority', parent: null },
  { code: 'A1', name: 'North', kind: 'area', parent: 'C' },
  { code: 'A2', name: 'South', kind: 'area', parent: 'C' },
  { code: 'T1', name: 'Hill', kind: 'team', parent: 'A1' },
  { code: 'T2', name: 'Vale', kind: 'team', parent: 'A1' },
  { code: 'T3', name: 'Coast', kind: 'team', parent: 'A2' },
];

const scales: Partial<Record<Definition['measuredIn'], number>> = { percent: 100, 'rate-per-10000': 10_000 };

function indicatorOf(id: string, { definition: over, breaks = [] }: Measure): Indicator {
  const common = { definition: definition({ title: id, ...over }), hash: '', needs: new Map() };
  const versions: Version[] = [
    { ...common, from: null, note: '', comparable: true },
    ...breaks.map((from): Version => ({ ...common, from, note: 'Drafts are not counted', comparable: false })),
  ];
  return { id, versions };
}

/** The blocks that one part makes of some figures of the county. */
export function blocksOf(given: Asked): readonly Block[] {
  const { measures, part, month = '2026-10', months = [], beside = [] } = given;
  const report = reportOf({
    id: 'small',
    title: 'Small report',
    groups: [{ title: 'All', indicators: Object.keys(measures) }],
    ...given.report,
    sections: [{ title: 'Only', parts: [part] }],
  });
  const base = figuresDouble({ report });
  const observation = (indicator: string, unit: string, at: string): Observation | undefined => {
    const found = measures[indicator]?.figures[unit]?.[at];
    const measuredIn = measures[indicator]?.definition.measuredIn ?? 'percent';
    if (found === undefined) return undefined;
    const common = { indicator, unit, month: at, state: 'value', reason: null } as const;
    if (typeof found === 'number') {
      return { ...common, numerator: measuredIn === 'count' ? found : null, denominator: null, value: found };
    }
    const [numerator, denominator] = found;
    return { ...common, numerator, denominator, value: (numerator * (scales[measuredIn] ?? 1)) / denominator };
  };
  const targets = Object.entries(measures).flatMap(([indicator, { target }]): Target[] =>
    target === undefined ? [] : [{ indicator, from: '2020-04-01', set_by: 'Board', reason: 'Plan', ...target }],
  );
  const input: ReportInput = {
    figures: {
      ...base,
      months,
      units: () => units,
      observation,
      pack: {
        ...base.pack,
        indicators: new Map(Object.entries(measures).map(([id, measure]) => [id, indicatorOf(id, measure)])),
        targets,
        ...given.pack,
      },
    },
    report,
    unit: 'C',
    month,
    beside: () => beside,
    comments: [],
    faults: null,
    lastEdition: null,
  };
  return compileReport(input).sections.flatMap((section) => section.blocks);
}

/** The one table among some blocks, row by row as a reader sees it. */
export function rowsOf(blocks: readonly Block[]): string[][] {
  const found = blocks.find((block): block is Table => block.kind === 'table');
  return (found?.groups ?? []).flatMap(({ rows }) => rows.map(({ cells }) => cells.map(cellText)));
}
