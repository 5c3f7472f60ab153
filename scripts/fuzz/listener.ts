import { mkdirSync } from 'node:fs';
import type { DuckDBInstance } from '@duckdb/node-api';
import { findingCodes } from '../../src/intake/finding-codes.ts';
import { Workbench } from '../../src/intake/workbench.ts';
import type { Taken } from './oracle.ts';

export type Noted = Taken['findings'][number];

/** Readings on one workbench: each leaves tables of what was rejected behind. */
const readingsOnOne = 100;

/**
 * A workbench that stays open from one reading to the next. What is noted of a file goes into a list and not into a table:
 * the statements for it would take longer than the reading.
 */
export class Listener {
  /** Since the reading began. */
  readonly notes: Noted[] = [];
  private readonly instance: DuckDBInstance;
  private bench: Workbench | null = null;
  private readings = 0;

  constructor(instance: DuckDBInstance) {
    this.instance = instance;
  }

  /** The workbench for one more reading, and a number for its tables. */
  async begin(folder: string): Promise<{ bench: Workbench; number: number }> {
    this.notes.length = 0;
    this.readings += 1;
    if (this.readings % readingsOnOne === 1) this.close();
    this.bench ??= await this.listening(folder);
    return { bench: this.bench, number: this.readings };
  }

  private async listening(folder: string): Promise<Workbench> {
    mkdirSync(folder, { recursive: true });
    const bench = await Workbench.open(folder, {
      lend: () => this.instance.connect(),
      takeBack: (connection) => connection.closeSync(),
    });
    bench.note = async ({ code, file, row, detail }) => this.add(code, file, row, detail);
    bench.noteEach = async (code, query) => {
      for (const { file, row } of await bench.rows<{ file: string; row: number | null }>(query))
        this.add(code, file, row);
    };
    return bench;
  }

  private add(code: keyof typeof findingCodes, file: string, row: number | null = null, message = ''): void {
    this.notes.push({ code, severity: findingCodes[code].severity, file, row, message });
  }

  close(): void {
    this.bench?.close();
    this.bench = null;
  }
}
