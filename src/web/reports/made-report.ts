import { createHash } from 'node:crypto';
import type { Benchmarks } from '../../benchmark/index.ts';
import type { Month } from '../../calendar/index.ts';
import { compileReport, type Document, type Finding, reportFindings } from '../../document/index.ts';
import type { Comment, Report } from '../../pack/index.ts';
import { reportInput } from '../../reporting/index.ts';
import type { Choice } from '../choice.ts';
import type { ShownFigures } from '../options.ts';

/** A report as it stands, and what to look at before it goes out. */
export interface MadeReport {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** Who reads a report goes on to its files, in one kind and another: so many reports are remembered. */
const remembered = 12;

/** What people wrote of a report and month, and others approved. */
export type ApprovedComments = (report: string, month: Month) => Promise<readonly Comment[]>;

/** The same comments have the same digest: a report is made anew when one of them is another. */
const digestOf = (comments: readonly Comment[]): string =>
  createHash('sha256').update(JSON.stringify(comments)).digest('hex');

/** Reports by what they are of and what is said in them, for as long as the figures they are made from are shown. */
export class ReportMaker {
  private readonly benchmarks: () => Benchmarks | null;
  private readonly approved: ApprovedComments;
  private readonly made = new WeakMap<ShownFigures, Map<string, Promise<MadeReport>>>();

  constructor(benchmarks: () => Benchmarks | null, approved: ApprovedComments) {
    this.benchmarks = benchmarks;
    this.approved = approved;
  }

  async make(report: Report, choice: Choice): Promise<MadeReport> {
    const { figures, unit, month } = choice;
    const comments = await this.approved(report.id, month);
    const own = this.made.get(figures) ?? new Map<string, Promise<MadeReport>>();
    this.made.set(figures, own);
    const key = JSON.stringify([report.id, unit, month, digestOf(comments)]);
    const before = own.get(key);
    if (before) return before;
    const making = this.compile(report, choice, comments);
    own.set(key, making);
    making.catch(() => own.delete(key));
    const [oldest] = own.keys();
    if (own.size > remembered && oldest !== undefined) own.delete(oldest);
    return making;
  }

  private async compile(
    report: Report,
    { figures, unit, month }: Choice,
    comments: readonly Comment[],
  ): Promise<MadeReport> {
    const input = await reportInput({ figures, benchmarks: this.benchmarks(), report, unit, month, comments });
    return { document: compileReport(input), findings: reportFindings(input) };
  }
}
