import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Info, parse } from 'csv-parse';
import { type CsvShape, isTotal, lineEnds, totalsWithin } from './csv-shape.ts';
import type { FindingCode } from './finding-codes.ts';
import { LoadError } from './load-error.ts';

/** A file rewritten as plain CSV, whose first column is the line of each row. */
export interface PlainCopy {
  readonly readable: string;
  readonly header: readonly string[];
  readonly lineColumn: string;
  /** A CSV file of what was passed over: code, line, detail. */
  readonly passedOver: string;
  /** The line of the header. */
  readonly headerLine: number;
}

const lineColumn = '_line';

/** No record may be longer: beyond this a quotation mark has swallowed the file. */
const longestRecord = 2_000_000;

/** Writes lines in blocks. */
class Lines {
  private readonly handle: Awaited<ReturnType<typeof open>>;
  private block = '';

  private constructor(handle: Lines['handle']) {
    this.handle = handle;
  }

  static async open(path: string): Promise<Lines> {
    return new Lines(await open(path, 'w'));
  }

  async add(cells: readonly (string | number)[]): Promise<void> {
    this.block += `${cells.map((cell) => (cell === '' ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(',')}\n`;
    if (this.block.length > 1 << 18) await this.flush();
  }

  private async flush(): Promise<void> {
    const { block } = this;
    this.block = '';
    await this.handle.write(block);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }
}

/**
 * Rewrites a file that is not plain CSV: with another separator, with titles above the header or totals under the table.
 *
 * @throws LoadError where a quotation mark is never closed
 */
export async function plainCopy(
  name: string,
  path: string,
  { delimiter, above, header }: CsvShape,
  copyTo: string,
): Promise<PlainCopy> {
  const copy = {
    readable: `${copyTo}.rewritten.csv`,
    header: [lineColumn, ...header],
    lineColumn,
    passedOver: `${copyTo}.passed.csv`,
  };
  let headerLine = 1;
  const rows = await Lines.open(copy.readable);
  const passed = await Lines.open(copy.passedOver);
  await rows.add(copy.header);
  await passed.add(['code', 'line', 'detail']);
  const take = async ({ record, info }: { record: string[]; info: Info }, last: boolean) => {
    const line = info.records + info.empty_lines;
    const note = (code: FindingCode, detail = '') => passed.add([code, line, detail]);
    if (info.records <= above) await note('title-rows');
    else if (info.records === above + 1) headerLine = line;
    else if (last && isTotal(record)) await note('row-total');
    else if (record.length > header.length) await note('row-ragged', 'The row has more cells than the header');
    else if (record.length < header.length) await note('row-ragged', 'The row has fewer cells than the header');
    else await rows.add([line, ...record]);
  };
  const waiting: { record: string[]; info: Info }[] = [];
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      delimiter,
      record_delimiter: lineEnds,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: longestRecord,
    }),
  );
  try {
    for await (const found of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      waiting.push({ record: found.record, info: { ...found.info } });
      const settled = waiting.length > totalsWithin ? waiting.shift() : undefined;
      if (settled) await take(settled, false);
    }
    for (const found of waiting) await take(found, true);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error;
    throw new LoadError(`${name} cannot be read as CSV: a quotation mark is opened and not closed`);
  } finally {
    await rows.close();
    await passed.close();
  }
  return { ...copy, headerLine };
}
