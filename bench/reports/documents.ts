import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBenchmarks } from '../../src/benchmark/index.ts';
import type { Month } from '../../src/calendar/index.ts';
import { compileReport, type Document } from '../../src/document/index.ts';
import { openFigures } from '../../src/measure/index.ts';
import { readPack } from '../../src/pack/index.ts';
import { reportInput, withBenchmarks } from '../../src/reporting/index.ts';

/** A report compiled as the command compiles it: from its pack alone, with an empty data folder. */
export async function compiled(packsFolder: string, name: string, id: string, month: Month): Promise<Document> {
  const { pack } = await readPack(name, { packsFolder });
  const report = pack?.reports.get(id);
  if (!pack || !report) throw new Error(`The pack ${name} has errors: run outturn check`);
  const data = await mkdtemp(join(tmpdir(), 'outturn-bench-'));
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

/** A document that says everything so many times over, each time under ids of its own. */
export function repeated(document: Document, times: number): Document {
  const copies = Array.from({ length: times }, (_, copy) =>
    copy === 0 ? document.sections : withOwnIds(document.sections.slice(1), `-${copy + 1}`),
  );
  return { ...document, sections: copies.flat() };
}

function withOwnIds(sections: Document['sections'], ending: string): Document['sections'] {
  const holdsId = (value: object) =>
    'blocks' in value || 'chart' in value || ('kind' in value && value.kind === 'table');
  return JSON.parse(
    JSON.stringify(sections, (_, value) =>
      value !== null && typeof value === 'object' && holdsId(value) ? { ...value, id: `${value.id}${ending}` } : value,
    ),
  );
}
