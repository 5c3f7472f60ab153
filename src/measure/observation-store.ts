import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Month } from '../calendar/index.ts';
import { literal, type Row, type Session } from '../warehouse/index.ts';

/** The sums of one indicator, all months of a run and all units that hold a case, as one immutable Parquet file. */
export interface StoredIndicator {
  readonly indicator: string;
  /** Of the definition and of the SQL that it became: a change of either is another file. */
  readonly definitionHash: string;
}

/**
 * The observations of one state of the extracts, under DATA/observations/<hash of the state>. A file is named by
 * indicator, definition hash and months, appears whole by rename, and is never changed. Figures of a month do not depend on
 * the months beside it, so a file that holds more months than asked for serves as well.
 */
export class ObservationStore {
  readonly folder: string;
  private readonly first: Month;
  private readonly last: Month;
  private files = new Map<string, string>();

  /** @param state what besides the definition decides a figure: extracts, organisation, calendar */
  constructor(data: string, state: readonly unknown[], months: readonly Month[]) {
    this.folder = join(data, 'observations', hashOf(state));
    this.first = months[0] ?? '';
    this.last = months.at(-1) ?? '';
  }

  /** Those of the indicators whose months are not stored yet. */
  async missing<T extends StoredIndicator>(indicators: readonly T[]): Promise<T[]> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      const [indicator, hash, months = '', ending] = name.split('.');
      const [first = '', last = ''] = months.split('_');
      const covers = first <= this.first && this.last <= last;
      if (ending === 'parquet' && covers) this.files.set(`${indicator}.${hash}`, join(this.folder, name));
    }
    return indicators.filter((indicator) => !this.files.has(keyOf(indicator)));
  }

  /** Runs the query of an indicator into its file. */
  async save(session: Session, indicator: StoredIndicator, sql: string): Promise<void> {
    const file = join(this.folder, `${keyOf(indicator)}.${this.first}_${this.last}.parquet`);
    const unfinished = `${file}.${process.pid}.tmp`;
    try {
      await session.writeParquet(`select ${literal(indicator.indicator)} as indicator, * from (${sql}) s`, unfinished);
      await rename(unfinished, file);
    } finally {
      await rm(unfinished, { force: true });
    }
    this.files.set(keyOf(indicator), file);
  }

  /** Rows of indicator, month (YYYY-MM), unit, numerator, denominator of the months asked for. */
  async load(session: Session, indicators: readonly StoredIndicator[]): Promise<Row[]> {
    const files = indicators.flatMap((indicator) => this.files.get(keyOf(indicator)) ?? []);
    if (files.length === 0) return [];
    const month = `left(${session.dialect.dayText('as_at')}, 7)`;
    return session.rows(
      `select indicator, ${month}, unit, numerator, denominator from read_parquet([${files.map(literal).join(', ')}])
      where ${month} between ${literal(this.first)} and ${literal(this.last)}`,
    );
  }
}

const keyOf = ({ indicator, definitionHash }: StoredIndicator) => `${indicator}.${definitionHash}`;

/** A short name for a content: the first 16 hexadecimal digits of its SHA-256. */
export function hashOf(content: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
