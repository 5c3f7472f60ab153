import { hasSqlDetails, loadModule, type Node, parseSync, type SelectStmt, scanSync } from 'libpg-query';
import type { DiagnosticCode } from '../codes.ts';
import { offsetOfByte } from '../source/position.ts';

/** Loads the parser; once, before the first parse. */
export const loadParser = loadModule;

export interface SqlProblem {
  readonly code: DiagnosticCode;
  /** Offset in UTF-16 units. */
  readonly offset: number;
  readonly found?: string;
  readonly words?: Readonly<Record<string, string>>;
}

export type Parsed =
  | { readonly select: SelectStmt; readonly problem: null }
  | { readonly select: null; readonly problem: SqlProblem };

/** Parses a text that must be one select and nothing more. */
export function parseSelect(sql: string): Parsed {
  const refused = (offset: number, detail: string): Parsed => ({
    select: null,
    problem: { code: 'sql-not-one-select', offset, words: { detail } },
  });
  if (blank(sql)) return refused(0, 'empty');
  let statements: { stmt?: Node; stmt_location?: number }[];
  try {
    statements = parseSync(sql).stmts ?? [];
  } catch (failure) {
    return { select: null, problem: syntaxProblem(failure, sql) };
  }
  const [first, second] = statements;
  if (second) return refused(skipSpace(sql, offsetOfByte(sql, second.stmt_location ?? 0)), 'two statements');
  const statement = first?.stmt;
  if (statement && 'SelectStmt' in statement) {
    if (statement.SelectStmt.valuesLists) return refused(start(sql), 'a list of values');
    return { select: statement.SelectStmt, problem: null };
  }
  const kind = Object.keys(statement ?? { Nothing: null })[0] ?? '';
  const words = kind
    .replace(/Stmt$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return refused(start(sql), `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`);
}

function syntaxProblem(failure: unknown, sql: string): SqlProblem {
  if (!hasSqlDetails(failure) || !failure.sqlDetails) throw failure;
  const { message, cursorPosition } = failure.sqlDetails;
  const offset = Math.min(offsetOfByte(sql, cursorPosition), sql.length);
  const file = /^'([^']*)'/.exec(sql.slice(offset))?.[1];
  if (file !== undefined && /\b(from|join)\s*$|,\s*$/i.test(sql.slice(0, offset))) {
    return { code: 'sql-reads-file', offset, found: file };
  }
  return { code: 'sql-syntax', offset, words: { detail: message } };
}

/** The words at the head of a file in -- comments, and the select itself without comments around it or semicolon. */
export function splitView(text: string): { description: string; sql: string } {
  const head = /^(?:\s*--[^\n]*(?:\n|$))*/.exec(text)?.[0] ?? '';
  const description = head
    .split('\n')
    .map((line) => line.replace(/^\s*--\s?/, '').trim())
    .join(' ')
    .trim();
  const tokens = scanSync(text).tokens.filter((token) => !token.tokenName.endsWith('COMMENT') && token.text !== ';');
  const first = tokens[0];
  const last = tokens.at(-1);
  const sql = first && last ? text.slice(offsetOfByte(text, first.start), offsetOfByte(text, last.end)) : '';
  return { description, sql };
}

function blank(sql: string): boolean {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() === '';
}

function start(sql: string): number {
  const comments = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(sql)?.[0] ?? '';
  return comments.length;
}

function skipSpace(sql: string, offset: number): number {
  return offset + (/^\s*/.exec(sql.slice(offset))?.[0].length ?? 0);
}
