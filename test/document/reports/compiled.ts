import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchmarks } from '../../../src/benchmark/index.ts';
import { compileReport, type Document } from '../../../src/document/index.ts';
import { openFigures } from '../../../src/measure/index.ts';
import { readPack } from '../../../src/pack/index.ts';
import { reportInput, withBenchmarks } from '../../../src/reporting/index.ts';

const published = {
  kent: ['kent-2014', 'scorecard', '2014-05'],
  trust: ['trust-2019', 'contract', '2019-12'],
  birmingham: ['birmingham-2018', 'contract-report', '2018-10'],
  herefordshire: ['herefordshire-2014', 'board', '2014-08'],
  cafcass: ['cafcass-2008', 'board', '2008-07'],
} as const;

/** The published report again, compiled as the command compiles it: from its pack alone, with an empty data folder. */
export async function compiled(name: keyof typeof published): Promise<Document> {
  const [packName, reportId, month] = published[name];
  const { pack } = await readPack(packName, { packsFolder: join(import.meta.dirname, '../../../packs') });
  const report = pack?.reports.get(reportId);
  if (pack === null || report === undefined) throw new Error(`${packName} has faults`);
  const data = await mkdtemp(join(tmpdir(), 'outturn-published-'));
  const opened = await openFigures({ data, pack, months: { last: month, count: 60 } });
  try {
    const benchmarks = await openBenchmarks({ data, pack });
    const figures = withBenchmarks(opened, benchmarks);
    const unit = figures.units(month).find(({ parent }) => parent === null)?.code ?? '';
    return compileReport(await reportInput({ figures, benchmarks, report, unit, month }));
  } finally {
    await opened.close();
    await rm(data, { recursive: true, force: true });
  }
}
