import type { Finding, Severity } from '../intake/index.ts';

interface Kind {
  readonly severity: Severity | 'refused-file';
  readonly says: string;
}

/** Everything that can be found in a file of published statistics. A file with one that refuses it is not stored. */
export const benchmarkCodes = {
  'file-kind-unknown': { severity: 'refused-file', says: 'this is no kind of published file that is known' },
  'file-unreadable': { severity: 'refused-file', says: 'this cannot be read' },
  'column-missing': { severity: 'refused-file', says: 'a column that this kind of file has is missing' },
  'column-twice': { severity: 'refused-file', says: 'two columns have one name' },
  'row-length': { severity: 'refused-file', says: 'the row has another number of cells than the header' },
  'row-twice': { severity: 'refused-file', says: 'two rows are about the same area, period and categories' },
  'symbol-unknown': { severity: 'refused-file', says: 'a number or one of the symbols c z x k low u : ~ belongs here' },
  'period-unreadable': { severity: 'refused-file', says: 'a period has four digits, or six for a year that spans two' },
  'code-unreadable': { severity: 'refused-file', says: 'this is not a code of an area' },
  'level-passed-over': { severity: 'suspicious', says: 'rows of this geographic level are not used' },
  'area-without-code': { severity: 'suspicious', says: 'rows without the code of an area are not used' },
  'cell-blank': { severity: 'suspicious', says: 'cells without a figure or a symbol, taken as not available' },
  'column-without-figures': { severity: 'suspicious', says: 'the column holds no figures and is not used' },
  'meta-alone': { severity: 'suspicious', says: 'no table of this load is described by it' },
} as const satisfies Record<string, Kind>;

export type BenchmarkCode = keyof typeof benchmarkCodes;

/** A finding of an intake whose code is one of those above; one that refuses says so. */
export interface BenchmarkFinding extends Omit<Finding, 'code' | 'severity' | 'dataset'> {
  readonly code: BenchmarkCode;
  readonly severity: Severity | 'refused-file';
}

/** Makes a finding; without a message of its own it says what its code says. */
export function found(
  code: BenchmarkCode,
  file: string,
  place: { row?: number; column?: string; value?: string; message?: string } = {},
): BenchmarkFinding {
  const { severity, says } = benchmarkCodes[code];
  const { row = null, column = null, value = null, message = says } = place;
  return { code, severity, file, row, column, value, message };
}

/** `c1.csv, line 12, column referral_count: "n/a": a number or ... (symbol-unknown)` */
export function findingText({ code, file, row, column, value, message }: BenchmarkFinding): string {
  const place = [file, row === null ? '' : `line ${row}`, column === null ? '' : `column ${column}`];
  const shown = value === null ? '' : `${JSON.stringify(value)}: `;
  return `${place.filter((part) => part !== '').join(', ')}: ${shown}${message} (${code})`;
}

export const refuses = ({ severity }: BenchmarkFinding): boolean => severity === 'refused-file';

/** Files that cannot be taken: what is wrong with each, and that nothing was stored. */
export class BenchmarkRefusal extends Error {
  readonly findings: readonly BenchmarkFinding[];

  constructor(findings: readonly BenchmarkFinding[]) {
    const wrong = findings.filter(refuses);
    const shown = wrong.slice(0, 20).map((finding) => `  ${findingText(finding)}`);
    const more = wrong.length > shown.length ? [`  and ${wrong.length - shown.length} more`] : [];
    super(['Nothing was stored:', ...shown, ...more].join('\n'));
    this.name = 'BenchmarkRefusal';
    this.findings = findings;
  }
}
