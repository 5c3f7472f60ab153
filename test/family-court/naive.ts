import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { windowsOf } from './naive-days.ts';
import { counts, type Part, type Row, rules, type Tables } from './naive-rules.ts';

/** The CSV files of a folder as rows of text, by the name of the file. */
export function readTables(folder: string): Tables {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return Object.fromEntries(
    files.map((file) => [file.replace('.csv', ''), parse(readFileSync(join(folder, file), 'utf8'), { columns: true })]),
  );
}

/** A figure as numerator and denominator; a count has no denominator. */
export interface Sums {
  readonly numerator: number;
  readonly denominator: number | null;
}

const whole = 'X20000001';
const nowhere = 'not-attributed';
const rounded = (sum: number) => Math.round(sum * 10_000) / 10_000;

/**
 * Every indicator of a month at every unit, by `indicator unit`.
 *
 * @param units the rows of units.csv
 */
export function countAll(tables: Tables, units: readonly Row[], month: string): Map<string, Sums> {
  const parents = new Map(units.map(({ code, parent }) => [code ?? '', parent ?? '']));
  const above = (team: string): string[] => {
    if (!parents.has(team)) return [nowhere, whole];
    const path = [team];
    for (let at = parents.get(team) ?? ''; at !== ''; at = parents.get(at) ?? '') path.push(at);
    return path;
  };
  const figures = new Map<string, Sums>();
  for (const [indicator, rule] of Object.entries(rules)) {
    const parts = rule(tables, windowsOf(month)).filter(
      ({ team }) => !indicator.startsWith('s7-teams') || parents.has(team),
    );
    const byUnit = new Map<string, Part[]>([...parents.keys()].map((unit) => [unit, []]));
    for (const one of parts) for (const unit of above(one.team)) push(byUnit, unit, one);
    for (const [unit, mine] of byUnit) figures.set(`${indicator} ${unit}`, sumsOf(indicator, mine));
  }
  return figures;
}

function sumsOf(indicator: string, parts: readonly Part[]): Sums {
  const keyed = new Set<string>();
  let [numerator, denominator] = [0, 0];
  for (const { key, ...one } of parts) {
    if (key !== undefined && keyed.has(key)) continue;
    if (key !== undefined) keyed.add(key);
    numerator += one.numerator;
    denominator += one.denominator;
  }
  return { numerator: rounded(numerator), denominator: counts.includes(indicator) ? null : rounded(denominator) };
}

function push(byUnit: Map<string, Part[]>, unit: string, one: Part): void {
  const known = byUnit.get(unit);
  if (known) known.push(one);
  else byUnit.set(unit, [one]);
}
