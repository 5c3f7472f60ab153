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
 * indicator, definition hash and months, appears whole by rename, and is never changed.
 */
export class ObservationStore {
  readonly folder: string;
  private readonly months: string;

  /** @param state what besides the definition decides a figure: extracts, organisation, calendar */
  constructor(data: string, state: readonly unknown[], months: readonly Month[]) {
    this.folder = join(data, 'observations', hashOf(state));
    this.months = `${months[0]}_${months.at(-1)}`;
  }

  /** Those of the indicators that are not stored yet. */
  async missing<T extends StoredIndicator>(indicators: readonly T[]): Promise<T[]> {
    await mkdir(this.folder, { recursive: true });
    const present = new Set(await readdir(this.folder));
    return indicators.filter((indicator) => !present.has(this.nameOf(indicator)));
  }

  /** Runs the query of an indicator into its file. */
  async save(session: Session, indicator: StoredIndicator, sql: string): Promise<void> {
    const file = join(this.folder, this.nameOf(indicator));
    const unfinished = `${file}.${process.pid}.tmp`;
    try {
      await session.writeParquet(`select ${literal(indicator.indicator)} as indicator, * from (${sql}) s`, unfinished);
      await rename(unfinished, file);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** Rows of indicator, month (YYYY-MM), unit, numerator, denominator. */
  async load(session: Session, indicators: readonly StoredIndicator[]): Promise<Row[]> {
    if (indicators.length === 0) return [];
    const files = indicators.map((indicator) => literal(join(this.folder, this.nameOf(indicator))));
    const month = session.dialect.dayText('as_at');
    return session.rows(
      `select indicator, left(${month}, 7), unit, numerator, denominator from read_parquet([${files.join(', ')}])`,
    );
  }

  private nameOf({ indicator, definitionHash }: StoredIndicator): string {
    return `${indicator}.${definitionHash}.${this.months}.parquet`;
  }
}

/** A short name for a content: the first 16 hexadecimal digits of its SHA-256. */
export function hashOf(content: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
