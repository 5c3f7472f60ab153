import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isMonth, type Month } from '../calendar/index.ts';
import { formatDiagnostic, type Pack, readPack } from '../pack/index.ts';
import { boundPack } from '../warehouse/index.ts';
import { CallError, type Effects, InputError } from './command.ts';

/** Parses a call strictly: an unknown option or a missing value is the call's fault, said in one line. */
export function parseCall<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (error) {
    throw new CallError(error instanceof Error ? error.message : String(error));
  }
}

/** An option that must be there. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new CallError(`--${name} is missing`);
  return value;
}

export function monthOption(value: string, name: string): Month {
  if (!isMonth(value)) throw new CallError(`--${name} ${value}: there is no such month; one is written YYYY-MM`);
  return value;
}

/** A whole number of at least one. */
export function countOption(value: string | undefined, name: string, otherwise: number): number {
  if (value === undefined) return otherwise;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new CallError(`--${name} ${value}: a whole number of at least 1`);
  return count;
}

export function choice<T extends string>(
  value: string | undefined,
  name: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  if (value === undefined) return otherwise;
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new CallError(`--${name} ${value}: one of ${allowed.join(', ')}`);
  return found;
}

/** Reads and checks a pack; one with an error does not run, and its diagnostics are told. */
export async function loadPack(name: string, effects: Effects): Promise<Pack> {
  const { pack, diagnostics } = await readPack(name, { packsFolder: effects.packsFolder });
  for (const diagnostic of diagnostics) effects.stderr(`${formatDiagnostic(diagnostic)}\n`);
  if (!pack) throw new InputError(`The pack ${name} has errors: nothing was run`);
  return pack;
}

/** The pack that is named, else the one that the data folder is bound to. */
export async function loadedPack(data: string, name: string | undefined, effects: Effects): Promise<Pack> {
  const bound = name ?? (await boundPack(data))?.id;
  if (bound === undefined) throw new InputError(`Nothing is loaded in ${data}`);
  return loadPack(bound, effects);
}
