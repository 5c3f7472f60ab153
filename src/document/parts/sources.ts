import { dayLabel, shortDayLabel } from '../../calendar/index.ts';
import { type Text, text } from '../../narrative/index.ts';
import { textCell } from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import type { Cell, Column, Row, Table } from '../table.ts';
import type { Block } from '../tree.ts';
import type { Part } from './part.ts';

/** Where the figures come from, what is wrong with the data, and whose published statistics stand beside them. */
export const sources: Part<'sources'> = (context) => [
  ...statement(context),
  ...deliveries(context),
  ...bySource(context),
  ...faults(context),
  ...published(context),
];

const column = (id: string, label: string, width = 1, kind: Column['kind'] = 'text'): Column => ({
  id,
  label,
  kind,
  width,
});

const heading = (id: string, label: string): Column => ({ id, label, kind: 'text', width: 3, heads: true });

function tableOf(context: Context, caption: string, columns: readonly Column[], rows: readonly Row[]): Table {
  const groups = [{ title: null, rows }];
  return { kind: 'table', id: context.id(caption), caption, columns, spanners: [], groups, notes: [] };
}

const countCell = (value: number): Cell => ({
  kind: 'number',
  value,
  text: value.toLocaleString('en-GB'),
  decimals: 0,
  suffix: '',
  of: null,
});

function statement({ input: { figures } }: Context): Block[] {
  if (figures.asAt === '') {
    return [
      { kind: 'paragraph', text: text('The figures are given as they were collected; no case records are read.') },
    ];
  }
  const day = dayLabel(figures.asAt);
  const words = `The figures are computed from extracts that speak for the time up to ${day}. What was entered later is not in them, and can change a figure of this report when it is made again.`;
  return [{ kind: 'paragraph', text: text(words) }];
}

function deliveries(context: Context): Block[] {
  const { sources: loaded } = context.input.figures;
  if (loaded.length === 0) return [];
  const columns = [
    heading('source', 'Extract'),
    column('format', 'Format'),
    column('as-at', 'As at'),
    column('loaded', 'Loaded'),
    column('findings', 'Findings', 1, 'number'),
  ];
  const rows = loaded.map(({ source, format, asAt, loadedAt, findings }) => ({
    cells: [
      textCell(source),
      textCell(format),
      textCell(asAt === '' ? '–' : shortDayLabel(asAt)),
      textCell(/^\d{4}-\d\d-\d\d/.test(loadedAt) ? shortDayLabel(loadedAt.slice(0, 10)) : loadedAt),
      countCell(findings),
    ],
  }));
  return [tableOf(context, 'Extracts that the figures are computed from', columns, rows)];
}

/** Which indicators come from which source, in the words of the definitions and of the report. */
function bySource(context: Context): Block[] {
  const named = context.entries.flatMap(({ indicator, title, given }) => {
    if (indicator === null) return [];
    const source = given.words.source ?? context.judgement(indicator.id).definition.source;
    return source === undefined ? [] : [{ title, source }];
  });
  if (named.length === 0) return [];
  const items = [...Map.groupBy(named, ({ source }) => source)].map(([source, of]) => ({
    term: source === 'collected' ? 'Collected' : source,
    value: text(of.map(({ title }) => title).join('; ')),
  }));
  return [{ kind: 'facts', label: 'Sources of the indicators', items }];
}

function faults(context: Context): Block[] {
  const { faults: found } = context.input;
  if (found === null) return [];
  if (found.length === 0) return [{ kind: 'paragraph', text: text('No fault was found in the data.') }];
  const columns = [
    heading('fault', 'Fault'),
    column('meaning', 'What it means', 4),
    column('severity', 'Severity'),
    column('rows', 'Rows', 1, 'number'),
  ];
  const rows = found.map(({ title, says, severity, count }) => ({
    cells: [
      textCell(title.replace(/^… /, 'A value ')),
      textCell(says === title ? '–' : says),
      textCell(severity === '' ? '–' : severity.replaceAll('-', ' ')),
      countCell(count),
    ],
  }));
  return [tableOf(context, 'Faults found in the data', columns, rows)];
}

/** English statistics are published under a licence that asks to be named. */
function published({ entries, input, month }: Context): Block[] {
  const beside = entries.flatMap(({ indicator }) => (indicator === null ? [] : input.beside(indicator.id, month)));
  const named = (figures: typeof beside): Text[] =>
    [...new Set(figures.flatMap(({ source }) => (source === null ? [] : [source])))].toSorted().map(text);
  const names = named(beside.filter(({ given }) => given !== true));
  const given = named(beside.filter((figure) => figure.given === true));
  const others: Block[] =
    given.length === 0
      ? []
      : [
          { kind: 'paragraph', text: text('Other figures that indicators are set beside come from:') },
          { kind: 'list', ordered: false, items: given },
        ];
  if (names.length === 0) return others;
  const words =
    'Published statistics contain public sector information licensed under the Open Government Licence v3.0:';
  return [{ kind: 'paragraph', text: text(words) }, { kind: 'list', ordered: false, items: names }, ...others];
}
