/** A weighted choice: each value with its share (shares need not add up to 1). */
export type Weighted<T> = readonly (readonly [value: T, share: number])[];

/** A seeded source of draws. The same source gives the same draws on every machine. */
export interface Draw {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of the values, each as likely. */
  pick<T>(values: readonly T[]): T;
  /** One of the values by its share. */
  weighted<T>(choices: Weighted<T>): T;
  /** A waiting time with the given mean, unit as the mean. */
  wait(mean: number): number;
  /** A draw from the normal distribution. */
  normal(mean: number, spread: number): number;
  /** A count with the given mean (Poisson). */
  count(mean: number): number;
}

/** Opens the stream of a process: the same seed, process and numbers give the same draws, whatever other processes drew. */
export type Streams = (process: string, ...numbers: number[]) => Draw;

const mix = (hash: number, value: number): number => {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const hashText = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** The small fast counter generator (sfc32) over a 96-bit state and a counter. */
class Sfc32 implements Draw {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(a: number, b: number, c: number) {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    for (let i = 0; i < 10; i++) this.next();
  }

  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === undefined) throw new Error('A pick needs at least one value.');
    return value;
  }

  weighted<T>(choices: Weighted<T>): T {
    let total = 0;
    for (const choice of choices) total += choice[1];
    let left = this.next() * total;
    for (const choice of choices) {
      left -= choice[1];
      if (left < 0) return choice[0];
    }
    const last = choices[choices.length - 1];
    if (last === undefined) throw new Error('A weighted pick needs at least one choice.');
    return last[0];
  }

  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  normal(mean: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + spread * radius * Math.cos(2 * Math.PI * this.next());
  }

  count(mean: number): number {
    if (mean > 60) return Math.max(0, Math.round(this.normal(mean, Math.sqrt(mean))));
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      product *= this.next();
      count++;
    }
    return count;
  }
}

/** The streams of one seed; authorities of one call have different numbers in their seed. */
export function streamsOf(seed: number, authority: number): Streams {
  const root = mix(mix(0x9e3779b9, seed >>> 0), authority);
  const names = new Map<string, number>();
  return (process, ...numbers) => {
    let name = names.get(process);
    if (name === undefined) {
      name = hashText(process);
      names.set(process, name);
    }
    let a = mix(root, name);
    let b = mix(a, 0x51ed270b);
    for (const number of numbers) {
      a = mix(a, number);
      b = mix(b ^ 0x2545f491, number + 0x3c6ef372);
    }
    return new Sfc32(a, b, mix(a, b));
  };
}
