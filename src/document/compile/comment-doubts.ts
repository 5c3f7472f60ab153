import { checkComment, type Doubt } from '../../narrative/index.ts';
import type { Context, Entry } from './context.ts';
import { prose } from './prose.ts';
import { previousMonth } from './when.ts';

/**
 * What is doubtful in a comment of the report: on an indicator of it, or on the report as a whole where there is no entry.
 * The same before a comment is submitted and before a report is issued.
 */
export function doubtsOf(context: Context, entry: Entry | null, words: string): readonly Doubt[] {
  const { input, report, unit, month } = context;
  const { figures } = input;
  const id = entry?.indicator?.id ?? null;
  const belonging = entry === null ? [] : [...entry.given.parts, ...Object.values(entry.given.figures)];
  return checkComment(prose(context, words), {
    source: figures,
    indicator: id,
    unit: unit.code,
    month,
    previous: previousMonth(report.rhythm, month),
    beside: id === null ? [] : input.beside(id, month),
    belonging: belonging.filter((other) => figures.pack.indicators.has(other)),
    allowed: allowedWords(context),
  });
}

/** What the report itself says are no names of people: whose it is, who it is for, its groups, titles and abbreviations. */
function allowedWords({ report, entries, input: { figures } }: Context): readonly string[] {
  return [
    report.title,
    report.organisation ?? '',
    report.audience ?? '',
    ...report.groups.map(({ title }) => title),
    ...entries.flatMap(({ title, given }) => [title, given.owner ?? '', ...Object.values(given.words)]),
    ...Object.entries({ ...figures.pack.glossary, ...report.abbreviations }).flat(),
  ];
}
