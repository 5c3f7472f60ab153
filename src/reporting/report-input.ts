import type { Benchmarks } from '../benchmark/index.ts';
import type { Day, Month } from '../calendar/index.ts';
import type { ReportInput } from '../document/index.ts';
import type { JudgementSource } from '../judgement/index.ts';
import type { Figures } from '../measure/index.ts';
import type { Comment, Report } from '../pack/index.ts';
import { givenBeside, publishedBeside } from './beside.ts';
import { faultsOf } from './faults.ts';

/** A report that is asked for, and where its figures come from. */
export interface ReportAsked {
  /** With published figures that targets may follow, where there are such. */
  readonly figures: Figures & Pick<JudgementSource, 'benchmark'>;
  /** Published statistics; null where there are none to set beside. */
  readonly benchmarks: Benchmarks | null;
  readonly report: Report;
  readonly unit: string;
  readonly month: Month;
  /** What people wrote outside the pack; none where absent. */
  readonly comments?: readonly Comment[];
  /** The day the last edition was published on; absent where there was none. */
  readonly lastEdition?: Day | null;
}

/** Brings together all that a report is made from: the one place where pages, editions and the command have it from. */
export async function reportInput(asked: ReportAsked): Promise<ReportInput> {
  const { figures, report, unit } = asked;
  const authority = figures.authorityOf?.(unit) ?? null;
  const faults = tellsFaults(report) ? faultsOf((await figures.quality?.()) ?? [], figures.pack, authority) : null;
  return { ...inputWithoutFaults(asked), faults };
}

/** The same without what is wrong with the data: all that comments are written from and held against. */
export function inputWithoutFaults(asked: ReportAsked): ReportInput {
  const { figures, benchmarks, report, unit, month } = asked;
  const { pack } = figures;
  const authority = figures.authorityOf?.(unit) ?? null;
  return {
    figures,
    report,
    unit,
    month,
    beside: (indicator, at) => [
      ...(benchmarks === null ? [] : publishedBeside(benchmarks, indicator, authority ?? unit, at)),
      ...givenBeside(pack, indicator, at),
    ],
    comments: [...pack.comments, ...(asked.comments ?? [])],
    faults: null,
    lastEdition: asked.lastEdition ?? null,
  };
}

/** Checking the rows takes a while: it is done only for a report that says what was found. */
function tellsFaults({ sections }: Report): boolean {
  const parts = sections.flatMap((section) => [section, ...section.sections].flatMap((one) => one.parts));
  return parts.some(({ part }) => part === 'sources' || part === 'checks');
}
