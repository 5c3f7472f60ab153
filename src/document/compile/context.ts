import { type Month, monthEnd } from '../../calendar/index.ts';
import { type Judgement, judge, plainLabels } from '../../judgement/index.ts';
import type { Unit } from '../../measure/index.ts';
import { type Definition, type Indicator, type LabelSet, type Report, versionAt } from '../../pack/index.ts';
import type { ReportInput } from './input.ts';
import { previousMonth, whenMonth } from './when.ts';

type Given = Report['groups'][number]['indicators'][number];

/** An indicator in a report, or an item of words in its place. */
export interface Entry {
  /** As it is printed: its own number, or its place. */
  readonly number: string;
  readonly title: string;
  readonly group: string;
  readonly given: Given;
  /** Null for an item of words. */
  readonly indicator: Indicator | null;
}

/** What every part of a report is made from. */
export interface Context {
  readonly input: ReportInput;
  readonly report: Report;
  readonly unit: Unit;
  readonly month: Month;
  readonly labels: LabelSet;
  /** All entries of the report, in order. */
  readonly entries: readonly Entry[];
  /** The entry that a repeated section is about. */
  readonly entry: Entry | null;
  /** Judged once for each month and unit, however many cells ask. */
  readonly judgement: (indicator: string, month?: Month, unit?: string) => Judgement;
  readonly when: (when: string) => Month;
  /** An id that no other block of the document has. */
  readonly id: (wanted: string) => string;
  /** Numbers of sections by id, known when the sections have been laid out. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The words that stand in the report, known when its texts have been written once; empty before. */
  readonly words: ReadonlySet<string>;
  /** The marks of notes that have been printed, for a legend of what is used. */
  readonly shownIndicators: Set<string>;
}

/** What is known of a report once it has been laid out. */
export interface LaidOut {
  readonly numbers: ReadonlyMap<string, string>;
  readonly words: ReadonlySet<string>;
  /** What has been judged while it was: the same figures are asked for each time. */
  readonly judged: Map<string, Judgement>;
}

export function contextOf(input: ReportInput, { numbers, words, judged }: LaidOut): Context {
  const { report, figures, month } = input;
  const unit = figures.units(month).find(({ code }) => code === input.unit);
  if (unit === undefined) throw new RangeError(`there is no unit ${input.unit} in ${month}`);
  const taken = new Map<string, number>();
  const settings = { month, rhythm: report.rhythm, financialYearStart: figures.pack.financialYearStart };
  return {
    input,
    report,
    unit,
    month,
    labels: labelsOf(input),
    entries: entriesOf(input),
    entry: null,
    judgement: (indicator, at = month, of = unit.code) => {
      const key = `${indicator}|${of}|${at}`;
      const known = judged.get(key);
      if (known !== undefined) return known;
      const made = judge(figures, indicator, of, at, { previous: previousMonth(report.rhythm, at) });
      judged.set(key, made);
      return made;
    },
    when: (when) => whenMonth(when, settings),
    id: (wanted) => {
      const base =
        wanted
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '') || 'part';
      const count = (taken.get(base) ?? 0) + 1;
      taken.set(base, count);
      return count === 1 ? base : `${base}-${count}`;
    },
    numbers,
    words,
    shownIndicators: new Set(),
  };
}

/** The label set that the report names, or its own words for statuses among plain ones. */
function labelsOf({ report, figures: { pack } }: ReportInput): LabelSet {
  const named = report.labelSet === undefined ? undefined : pack.labels.get(report.labelSet);
  return named ?? { ...plainLabels, statuses: report.statusLabels };
}

function entriesOf({ report, figures: { pack }, month }: ReportInput): Entry[] {
  let place = 0;
  return report.groups.flatMap(({ title: group, indicators }) =>
    indicators.map((given): Entry => {
      place++;
      const indicator = given.indicator === undefined ? null : (pack.indicators.get(given.indicator) ?? null);
      const own = indicator === null ? '' : versionAt(indicator, monthEnd(month)).definition.title;
      return { number: given.number ?? String(place), title: given.title ?? own, group, given, indicator };
    }),
  );
}

/** The definition in force for an entry in the month of the report; null for an item of words. */
export function definitionOf({ month }: Pick<Context, 'month'>, { indicator }: Entry): Definition | null {
  return indicator === null ? null : versionAt(indicator, monthEnd(month)).definition;
}

interface Choice {
  readonly groups?: readonly string[] | undefined;
  readonly indicators?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
}

/** The entries that a part is about: that of its section, else those it names, else all of the report. */
export function chosenEntries(context: Context, choice: Choice = {}): readonly Entry[] {
  const { entry, entries } = context;
  const { groups, indicators, statuses } = choice;
  const named = indicators?.map((id) => entryOf(context, id));
  const all = named ?? (entry === null ? entries : [entry]).filter(({ group }) => groups?.includes(group) ?? true);
  if (statuses === undefined) return all;
  return all.filter(({ indicator }) => {
    if (indicator === null) return false;
    return statuses.includes(context.judgement(indicator.id).status ?? 'none');
  });
}

/** The entry of an indicator in the report; one made for it where no group has it. */
export function entryOf({ entries, input, month }: Context, id: string): Entry {
  const known = entries.find(({ indicator }) => indicator?.id === id);
  if (known !== undefined) return known;
  const indicator = input.figures.pack.indicators.get(id) ?? null;
  const title = indicator === null ? id : versionAt(indicator, monthEnd(month)).definition.title;
  return {
    number: '',
    title,
    group: '',
    given: { indicator: id, notes: [], parts: [], words: {}, figures: {} },
    indicator,
  };
}
