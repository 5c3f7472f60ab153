import type { Benchmarks } from '../../benchmark/index.ts';
import { compileReport, type Document, type Finding, reportFindings } from '../../document/index.ts';
import type { Report } from '../../pack/index.ts';
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

/** Reports by what they are of, for as long as the figures they are made from are shown. */
export class ReportMaker {
  private readonly benchmarks: () => Benchmarks | null;
  private readonly made = new WeakMap<ShownFigures, Map<string, Promise<MadeReport>>>();

  constructor(benchmarks: () => Benchmarks | null) {
    this.benchmarks = benchmarks;
  }

  async make(report: Report, choice: Choice): Promise<MadeReport> {
    const { figures, unit, month } = choice;
    const own = this.made.get(figures) ?? new Map<string, Promise<MadeReport>>();
    this.made.set(figures, own);
    const key = JSON.stringify([report.id, unit, month]);
    const before = own.get(key);
    if (before) return before;
    const making = this.compile(report, choice);
    own.set(key, making);
    making.catch(() => own.delete(key));
    const [oldest] = own.keys();
    if (own.size > remembered && oldest !== undefined) own.delete(oldest);
    return making;
  }

  private async compile(report: Report, { figures, unit, month }: Choice): Promise<MadeReport> {
    const input = await reportInput({ figures, benchmarks: this.benchmarks(), report, unit, month });
    return { document: compileReport(input), findings: reportFindings(input) };
  }
}
