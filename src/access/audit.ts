import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One look at a list of cases, or of findings with their personal values. It says which list and how long, never who is in it. */
export interface AuditEvent {
  readonly at: Date;
  /** Who looked: 'local' until there is sign-in. */
  readonly who: string;
  /** What was done: 'cases', 'cases as CSV', 'findings'. */
  readonly what: string;
  /** Of a list of cases. */
  readonly indicator?: string;
  readonly unit?: string;
  readonly month?: string;
  /** Of a list of findings: how it was narrowed. */
  readonly list?: string;
  /** Why personal values were asked for, in the words of who did. */
  readonly reason?: string;
  /** How many cases the list holds. */
  readonly cases: number;
}

/** The first line has nothing before it. */
const beginning = '0'.repeat(64);
const newline = 0x0a;
const hashOf = (line: string | Buffer): string => createHash('sha256').update(line).digest('hex');
const pending = new Map<string, Promise<void>>();

/** The audit file of a data folder. */
export function auditFile(data: string): string {
  return join(data, 'audit.jsonl');
}

/** The last line of the file, without its newline, and whether it has one; null for an empty file. */
async function lastLine(file: FileHandle): Promise<{ line: Buffer; whole: boolean } | null> {
  const { size } = await file.stat();
  let tail = Buffer.alloc(0);
  for (let end = size; end > 0; ) {
    const start = Math.max(0, end - 4096);
    const piece = Buffer.alloc(end - start);
    await file.read(piece, 0, piece.length, start);
    tail = Buffer.concat([piece, tail]);
    end = start;
    const before = tail.lastIndexOf(newline, tail.length - 2);
    if (before >= 0) {
      tail = tail.subarray(before + 1);
      break;
    }
  }
  if (tail.length === 0) return null;
  const whole = tail.at(-1) === newline;
  return { line: whole ? tail.subarray(0, -1) : tail, whole };
}

async function append(path: string, event: AuditEvent): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    const last = await lastLine(file);
    const { at, ...rest } = event;
    const line = JSON.stringify({ at: at.toISOString(), ...rest, previous: last ? hashOf(last.line) : beginning });
    // A line that a crash cut short keeps its place in the chain and gets its newline back.
    await file.appendFile(`${last && !last.whole ? '\n' : ''}${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Adds one event to the audit of a data folder: one line of JSON, with the SHA-256 of the line before it, so that a
 * line changed or taken out later shows. It is on disk when this returns; show what was asked for only then.
 *
 * @throws where it cannot be written: then nothing may be shown.
 */
export function appendAudit(data: string, event: AuditEvent): Promise<void> {
  const path = auditFile(data);
  const before = pending.get(path) ?? mkdir(data, { recursive: true }).then(() => undefined);
  const done = before.catch(() => undefined).then(() => append(path, event));
  pending.set(path, done);
  return done;
}

/**
 * Reads the chain of an audit from its beginning.
 *
 * @returns the number of lines, and the first line (from 1) whose hash of the one before it is wrong or absent; null
 * where the chain is whole. Cutting lines off the end cannot be seen from the file alone.
 */
export async function verifyAudit(data: string): Promise<{ lines: number; broken: number | null }> {
  let lines = 0;
  let broken: number | null = null;
  let previous = beginning;
  for await (const line of createInterface({ input: createReadStream(auditFile(data)) })) {
    lines++;
    if (broken === null && !line.endsWith(`"previous":"${previous}"}`)) broken = lines;
    previous = hashOf(line);
  }
  return { lines, broken };
}
