import {
  type Block,
  cellText,
  compileReport,
  type Finding,
  type ReportInput,
  reportFindings,
} from '../../src/document/index.ts';
import type { Observation, Unit } from '../../src/measure/index.ts';
import { plainText } from '../../src/narrative/index.ts';
import type { Comment, Definition, Indicator, Pack, Printed, Target } from '../../src/pack/index.ts';
import { indicatorOf } from '../judgement/reports/printed.ts';
import { figuresDouble, reportOf } from '../web/figures-double.ts';

type ReportFile = Parameters<typeof reportOf>[0];

/** What a small report is made from: indicators by id, figures of the county and its two areas by month. */
export interface Small {
  readonly report: Partial<ReportFile>;
  readonly indicators?: Readonly<Record<string, Partial<Definition>>>;
  /** Numerator over denominator; null where the data say nothing. */
  readonly figures?: Readonly<Record<string, Readonly<Record<string, readonly [number, number] | null>>>>;
  readonly targets?: Readonly<Record<string, Partial<Target>>>;
  readonly versions?: Readonly<Record<string, Indicator['versions']>>;
  readonly comments?: readonly Comment[];
  readonly printed?: readonly Printed[];
  readonly pack?: Partial<Pack>;
  readonly input?: Partial<Omit<ReportInput, 'figures'>>;
  readonly sources?: ReportInput['figures']['sources'];
}

const units: Unit[] = [
  { code: 'C', name: 'County', kind: 'authority', parent: null },
  { code: 'A1', name: 'Coast', kind: 'area', parent: 'C' },
  { code: 'A2', name: 'Hills', kind: 'area', parent: 'C' },
];

export const months = ['2026-03', '2026-04', '2026-05'];

export function inputOf(small: Small): ReportInput {
  const { indicators = {}, figures = {}, targets = {}, versions = {}, comments = [], printed = [] } = small;
  const ids = Object.keys(indicators);
  const report = reportOf({
    id: 'small',
    title: 'Small report',
    groups: ids.length === 0 ? [] : [{ title: 'All', indicators: ids }],
    ...small.report,
  } as ReportFile);
  const base = figuresDouble({ report });
  const definitions = ids.map((id): [string, Indicator] => {
    const plain = indicatorOf(id, { title: id, ...indicators[id] });
    return [id, { ...plain, versions: versions[id] ?? plain.versions }];
  });
  return {
    figures: {
      ...base,
      asAt: '2026-05-31',
      sources: small.sources ?? [],
      months,
      units: () => units,
      observation(indicator, unit, month): Observation | undefined {
        const sums = figures[unit === 'C' ? indicator : `${indicator}@${unit}`]?.[month];
        const common = { indicator, unit, month };
        if (sums === undefined) return undefined;
        if (sums === null) {
          return { ...common, numerator: null, denominator: null, value: null, state: 'not-collected', reason: '' };
        }
        const [numerator, denominator] = sums;
        return {
          ...common,
          numerator,
          denominator,
          value: (100 * numerator) / denominator,
          state: 'value',
          reason: null,
        };
      },
      pack: {
        ...base.pack,
        glossary: {},
        indicators: new Map(definitions),
        targets: Object.entries(targets).map(([indicator, target]) => ({
          indicator,
          from: '2020-04-01',
          set_by: 'Board',
          reason: 'Plan',
          ...target,
        })),
        printed,
        ...small.pack,
      },
    },
    report,
    unit: 'C',
    month: '2026-05',
    beside: () => [],
    comments,
    faults: null,
    lastEdition: null,
    ...small.input,
  };
}

/** A report of one section with these parts. */
export const withParts = (...parts: readonly object[]): Partial<ReportFile> =>
  ({ sections: [{ title: 'Only', parts }] }) as Partial<ReportFile>;

/** The blocks of a report as lines that a reader of plain text sees. */
export function linesOf(small: Small): string[] {
  const { sections } = compileReport(inputOf(small));
  return sections
    .flatMap(({ blocks, sections: inner }) => [blocks, ...inner.map((one) => one.blocks)].flat())
    .flatMap(lines);
}

export const findingsOf = (small: Small): string[] =>
  reportFindings(inputOf(small)).map(({ about, where, says }: Finding) => `${about} | ${where} | ${says}`);

function lines(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.text)];
    case 'list':
      return block.items.map(plainText);
    case 'facts':
      return [`[${block.label}]`, ...block.items.map(({ term, value }) => `${term}: ${plainText(value)}`)];
    case 'notice':
      return [`[${block.title}]`, ...block.text.map(plainText)];
    case 'commentary':
      return [
        `[${[block.heading, block.author, block.dated].filter((part) => part !== null).join(', ')}]`,
        ...block.paragraphs.map(plainText),
      ];
    case 'table':
      return block.groups.flatMap(({ title, rows }) => [
        ...(title === null ? [] : [`[${title}]`]),
        ...rows.map(({ cells }) => cells.map(cellText).join(' | ')),
      ]);
    default:
      return [];
  }
}
