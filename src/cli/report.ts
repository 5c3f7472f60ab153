import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Month, monthLabel } from '../calendar/index.ts';
import { compileReport, type Document, type Finding, reportFindings } from '../document/index.ts';
import { type Figures, openFigures } from '../measure/index.ts';
import { type Renderer, renderers, UnfitForm } from '../output/index.ts';
import { type Comment, nearest, type Pack, type Report } from '../pack/index.ts';
import { neededIndicators, reportInput } from '../reporting/index.ts';
import { approvedComments } from './approved-comments.ts';
import { loadPack, monthOption, parseCall, required } from './arguments.ts';
import { benchmarksOf, withBenchmarks } from './benchmarked.ts';
import { CallError, type Command, type Effects, InputError } from './command.ts';
import { progressTo } from './progress.ts';
import { onlyRoot, reportOf } from './report-named.ts';

/** A trend of five years is the longest that a report shows. */
const monthsShown = 60;

/** Makes a report of a month as a file. */
export const report: Command = {
  name: 'report',
  usage: `report REPORT --pack PACK --month YYYY-MM --out FILE.{${Object.keys(renderers).join('|')}} [--data DIR] [--unit CODE]`,
  summary: 'make a report of a month; the ending of the file says whether as a page, a PDF or another kind',
  async run(args, effects) {
    const { values, positionals } = parseCall(
      args,
      {
        data: { type: 'string' },
        pack: { type: 'string' },
        month: { type: 'string' },
        unit: { type: 'string' },
        out: { type: 'string' },
      },
      true,
    );
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new CallError('say which report, and only one');
    const out = required(values.out, 'out');
    const render = rendererOf(out);
    const month = monthOption(required(values.month, 'month'), 'month');
    const pack = await loadPack(required(values.pack, 'pack'), effects);
    const wanted = reportOf(pack, name);
    const comments = values.data === undefined ? [] : await approvedComments(values.data, wanted.id, month, effects);
    const { document, findings } = await withDataFolder(values.data, pack, (data) =>
      made({ data, pack, report: wanted, month, unit: values.unit, comments }, effects),
    );
    const bytes = await rendered(document, render, out);
    await place(out, bytes);
    effects.stderr(`${document.subject}: ${out}, ${Math.ceil(bytes.byteLength / 1024)} KB\n`);
    for (const { where, says } of findings) effects.stderr(`To look at: ${where}: ${says}\n`);
    return 0;
  },
};

/** A pack of collected figures is its own source: where no data folder is named it is given an empty one. */
async function withDataFolder<T>(data: string | undefined, pack: Pack, work: (data: string) => Promise<T>): Promise<T> {
  if (data !== undefined) return work(required(data, 'data'));
  if (pack.observations.length === 0) throw new CallError('--data is missing');
  const empty = await mkdtemp(join(tmpdir(), 'outturn-report-'));
  try {
    return await work(empty);
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}

interface Asked {
  readonly data: string;
  readonly pack: Pack;
  readonly report: Report;
  readonly month: Month;
  readonly unit: string | undefined;
  /** What people wrote and others approved. */
  readonly comments: readonly Comment[];
}

interface Made {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

async function made({ data, pack, report, month, unit: wanted, comments }: Asked, effects: Effects): Promise<Made> {
  const opened = await openFigures({
    data,
    pack,
    months: { last: month, count: monthsShown },
    indicators: neededIndicators(pack, report, comments),
    progress: progressTo(effects, 'Computing indicators'),
  });
  try {
    const benchmarks = await benchmarksOf(data, pack);
    const figures = withBenchmarks(opened, benchmarks);
    const unit = unitOf(figures, month, wanted);
    mustHaveFigures(figures, unit, month);
    const input = await reportInput({ figures, benchmarks, report, unit, month, comments });
    return { document: compileReport(input), findings: reportFindings(input) };
  } finally {
    await opened.close();
  }
}

/** A report that cannot be a file of the kind is the call's fault: another ending would do. */
async function rendered(document: Document, render: Renderer, out: string): Promise<Uint8Array> {
  try {
    return await render(document);
  } catch (error) {
    if (error instanceof UnfitForm) throw new CallError(`--out ${out}: ${error.message}`);
    throw error;
  }
}

function rendererOf(out: string): Renderer {
  const ending = extname(out).slice(1).toLowerCase();
  const render = Object.hasOwn(renderers, ending) ? renderers[ending] : undefined;
  if (render) return render;
  throw new CallError(`--out ${out}: the name ends in ${wordsOr(Object.keys(renderers).map((one) => `.${one}`))}`);
}

/** @example wordsOr(['.html', '.pdf']) // '.html or .pdf' */
const wordsOr = (words: readonly string[]): string => words.join(', ').replace(/, ([^,]*)$/, ' or $1');

/** The unit that is asked for; the authority itself where none is. */
function unitOf(figures: Figures, month: Month, wanted: string | undefined): string {
  const units = figures.units(month);
  if (wanted === undefined) return onlyRoot(units);
  if (units.some(({ code }) => code === wanted)) return wanted;
  const codes = units.map(({ code }) => code);
  const near = nearest(wanted, codes);
  throw new CallError(
    `no unit ${wanted} in ${monthLabel(month)}; ${near === undefined ? `there are ${codes.join(', ')}` : `did you mean ${near}?`}`,
  );
}

/** A month that the data does not speak of would be a report of dashes. */
function mustHaveFigures(figures: Figures, unit: string, month: Month): void {
  const has = (at: Month) =>
    [...figures.pack.indicators.keys()].some((id) => {
      const state = figures.observation(id, unit, at)?.state;
      return state !== undefined && state !== 'not-collected';
    });
  if (has(month)) return;
  const last = figures.months.findLast(has);
  const known = last === undefined ? '' : `; the last month with figures before it is ${last}`;
  throw new InputError(`there are no figures of ${unit} for ${monthLabel(month)}${known}`);
}

/** Writes the file whole or not at all. */
async function place(out: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${out}.${process.pid}.new`;
  try {
    await writeFile(fresh, bytes);
    await rename(fresh, out);
  } catch (error) {
    await rm(fresh, { force: true });
    throw new InputError(`${out} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
