import { codes, type DiagnosticCode } from './codes.ts';
import { nearest } from './nearest.ts';

export type Severity = 'error' | 'warning';

/** Where something stands: line and column begin at 1, a column counts UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong with a pack: what, where, and what would be right. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** As written in the file; null where something is missing. */
  readonly found: string | null;
  /** The names or values that would be right here, where they can be listed. */
  readonly allowed?: readonly string[];
  /** Which of them is most like what was found. */
  readonly nearest?: string;
  readonly message: string;
}

export interface Particulars {
  readonly found?: string;
  readonly allowed?: Iterable<string>;
  /** The other words of the message, by their name in braces. */
  readonly words?: Readonly<Record<string, string | number>>;
}

/**
 * Makes the diagnostic of a code at a place.
 *
 * @example diagnose('unknown-indicator', place, { found: 'cla-rat', allowed: ['cla-rate'] })
 */
export function diagnose(code: DiagnosticCode, place: Place, { found, allowed, words }: Particulars = {}): Diagnostic {
  const { severity, text } = codes[code];
  const names = allowed === undefined ? undefined : [...allowed];
  const close = found === undefined || names === undefined ? undefined : nearest(found, names);
  const values: Record<string, string | number> = { found: found ?? 'nothing', ...words };
  return {
    code,
    severity,
    file: place.file,
    line: place.line,
    column: place.column,
    found: found ?? null,
    ...(names && { allowed: names }),
    ...(close !== undefined && { nearest: close }),
    message: text.replace(/\{([a-z]+)\}/g, (_, name: string) => String(values[name] ?? '')),
  };
}

/** The longest list of allowed names that a line of text spells out. */
const listed = 12;

/**
 * One line for a person: file:line:column code message, and the name that was probably meant.
 *
 * @example packs/demo/targets.csv:4:1 unknown-indicator there is no indicator cla-rat; did you mean cla-rate?
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, code, severity, message, allowed } = diagnostic;
  const mark = severity === 'warning' ? 'warning ' : '';
  const hint =
    diagnostic.nearest !== undefined
      ? `; did you mean ${diagnostic.nearest}?`
      : allowed !== undefined && allowed.length > 0 && allowed.length <= listed
        ? `; allowed: ${allowed.join(', ')}`
        : '';
  return `${file}:${line}:${column} ${mark}${code} ${message}${hint}`;
}
