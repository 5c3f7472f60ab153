import { agencyCode, writeAgency } from './family-court/index.ts';
import { writeDemo } from './write-demo.ts';

export interface WriteOptions {
  /** The folder to write; with more than one authority, the folder of their folders. */
  readonly out: string;
  /** How many authorities, 1 or more. */
  readonly authorities: number;
  /** Children aged 0 to 17: how large it is. */
  readonly population: number;
  readonly seed: number;
  /** The last month, YYYY-MM; its last day is the as-at date. */
  readonly to: string;
}

/** What was written for one authority. */
export interface Written {
  readonly authority: string;
  readonly folder: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly bytes: number;
  /** How many faults were put in on purpose. */
  readonly faults: number;
}

/** A service that can be made up, by the pack that its records are for. */
export interface Demo {
  readonly pack: string;
  /** Children aged 0 to 17 where the call gives no number. */
  readonly population: number;
  readonly leastPopulation: number;
  /** Whether there can be several of it. */
  readonly several: boolean;
  write(options: WriteOptions, progress: (line: string) => void): Promise<readonly Written[]>;
}

const county: Demo = {
  pack: 'demo',
  population: 320_000,
  leastPopulation: 1000,
  several: true,
  async write(options, progress) {
    const written = await writeDemo(options, progress);
    return written.map(({ defects, ...authority }) => ({
      ...authority,
      faults: defects.reduce((sum, { rows }) => sum + rows, 0),
    }));
  },
};

const agency: Demo = {
  pack: 'family-court',
  population: 12_000_000,
  leastPopulation: 100_000,
  several: false,
  async write(options, progress) {
    return [{ authority: agencyCode, folder: options.out, ...writeAgency(options, progress) }];
  },
};

/** The first is written where the call names none. */
export const demos: readonly [Demo, ...Demo[]] = [county, agency];
