import { multiples } from './multiples.ts';
import { occurrences, type System, type Unknown } from './system.ts';

const slack = 1e-7;
/** How many steps a search takes before it gives up, which counts as not safe. */
const patience = 4000;

/**
 * Looks for other numbers that everything published agrees with as well. It starts from the true ones, changes one unknown, and
 * mends each statement that is broken by changing another, until none is: then nobody can tell the two apart. What it finds is
 * a proof; that it finds nothing is not.
 */
export class SecondSolution {
  readonly #system: System;
  readonly #in: number[][];
  readonly #now: Float64Array;
  readonly #isSet: Uint8Array;
  #steps = 0;
  /** By unknown, the lowest and highest number that it has been in a solution. */
  readonly least: Float64Array;
  readonly most: Float64Array;

  /** @param system narrowed: what has one number left is not tried */
  constructor(system: System) {
    this.#system = system;
    this.#in = occurrences(system);
    this.#now = Float64Array.from(system.unknowns, ({ truth }) => truth);
    this.#isSet = new Uint8Array(system.unknowns.length);
    this.least = this.#now.slice();
    this.most = multiples(system);
  }

  /** Whether an unknown can be so many numbers at least: between solutions that are found, or as true and another. */
  hasRoom(index: number, room: number): boolean {
    const spread = () => (this.most[index] as number) - (this.least[index] as number) + 1;
    if (spread() >= room) return true;
    for (const way of [1, -1]) {
      for (let by = 1; by < room && spread() < room; by++) this.#tryAt(index, way * by);
    }
    // A percentage can forbid the next number and allow one further off.
    for (let by = room; by < room + 12 && spread() < room; by++) {
      if (!this.#tryAt(index, by)) this.#tryAt(index, -by);
    }
    return spread() >= room;
  }

  #tryAt(index: number, by: number): boolean {
    this.#steps = 0;
    const { low, high, truth } = this.#system.unknowns[index] as Unknown;
    if (truth + by < low || truth + by > high) return false;
    const changed: number[] = [];
    this.#set(index, truth + by, changed);
    const isFound = this.#mend(changed) && this.#isSolved(changed);
    if (isFound) {
      for (const one of changed) {
        this.least[one] = Math.min(this.least[one] as number, this.#now[one] as number);
        this.most[one] = Math.max(this.most[one] as number, this.#now[one] as number);
      }
    }
    while (changed.length > 0) this.#unset(changed);
    return isFound;
  }

  #set(index: number, to: number, changed: number[]): void {
    this.#now[index] = to;
    this.#isSet[index] = 1;
    changed.push(index);
  }

  #unset(changed: number[]): void {
    const index = changed.pop() as number;
    this.#now[index] = (this.#system.unknowns[index] as Unknown).truth;
    this.#isSet[index] = 0;
  }

  /** How far a statement is from being kept: what its sum must change by at least, and at most. */
  #lacks(statement: number): readonly [number, number] {
    const { of, times, low, high } = this.#system.statements[statement] as System['statements'][number];
    let sum = 0;
    for (let place = 0; place < of.length; place++) {
      sum += (times[place] as number) * (this.#now[of[place] as number] as number);
    }
    return [low - sum, high - sum];
  }

  #isSolved(changed: readonly number[]): boolean {
    return changed.every((index) =>
      (this.#in[index] ?? []).every((statement) => {
        const [least, most] = this.#lacks(statement);
        return least <= slack && most >= -slack;
      }),
    );
  }

  /** Mends what is broken, the statement with the fewest ways first. */
  #mend(changed: number[]): boolean {
    if (++this.#steps > patience) return false;
    let best: readonly (readonly [number, number])[] | null = null;
    const looked = new Set<number>();
    for (const index of changed) {
      for (const statement of this.#in[index] ?? []) {
        if (looked.has(statement)) continue;
        looked.add(statement);
        const [least, most] = this.#lacks(statement);
        if (least <= slack && most >= -slack) continue;
        const ways = this.#ways(statement, least > 0 ? least : most);
        if (ways.length === 0) return false;
        if (best === null || ways.length < best.length) best = ways;
      }
    }
    if (best === null) return true;
    for (const [index, to] of best) {
      this.#set(index, to, changed);
      const depth = changed.length;
      if (this.#mend(changed)) return true;
      while (changed.length >= depth) this.#unset(changed);
      if (this.#steps > patience) return false;
    }
    return false;
  }

  /** The unknowns of a statement that could make up what it lacks, or part of it, with the number each would become. */
  #ways(statement: number, lack: number): readonly (readonly [number, number])[] {
    const { of, times } = this.#system.statements[statement] as System['statements'][number];
    const found: [number, number, number][] = [];
    for (let place = 0; place < of.length; place++) {
      const index = of[place] as number;
      if (this.#isSet[index] === 1) continue;
      const { low, high, truth } = this.#system.unknowns[index] as Unknown;
      if (high - low < 1) continue;
      const need = lack / (times[place] as number);
      const step = need > 0 ? Math.ceil(need - slack) : Math.floor(need + slack);
      const to = Math.min(high, Math.max(low, truth + step));
      const whole = need > 0 ? Math.floor(to - truth + slack) : Math.ceil(to - truth - slack);
      if (whole !== 0) found.push([index, truth + whole, (this.#in[index]?.length ?? 0) + (whole === step ? 0 : 100)]);
    }
    found.sort((a, b) => a[2] - b[2]);
    return found.map(([index, to]) => [index, to]);
  }
}
