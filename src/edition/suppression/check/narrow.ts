import { occurrences, type System, type Unknown } from './system.ts';

/** By unknown: the statements that an end of its range was last worked out from. */
export type Because = readonly (readonly string[])[];

const slack = 1e-7;

/** Works out the ends of every unknown from the statements, as far as one statement after the other leads. Changes the system. */
export function narrow(system: System): Because {
  const { unknowns, statements } = system;
  const inStatements = occurrences(system);
  const because: string[][] = unknowns.map(() => []);
  const queue = statements.map((_, index) => index);
  const isQueued = statements.map(() => true);
  const turns = statements.map(() => 0);
  for (let at = 0; at < queue.length; at++) {
    const index = queue[at] as number;
    isQueued[index] = false;
    // Two percentages can narrow each other for ever by less and less; what they leave wide is looked into by trial.
    turns[index] = (turns[index] ?? 0) + 1;
    if (turns[index] > 60) continue;
    const { of, times, low, high, words } = statements[index] as System['statements'][number];
    for (const [place, subject] of of.entries()) {
      const unknown = unknowns[subject] as Unknown;
      if (unknown.low >= unknown.high) continue;
      const [from, to] = left(system, of, times, place, low, high);
      const least = unknown.isWhole ? Math.ceil(from - slack) : from;
      const most = unknown.isWhole ? Math.floor(to + slack) : to;
      if (least <= unknown.low + slack && most >= unknown.high - slack) continue;
      unknown.low = Math.max(unknown.low, least);
      unknown.high = Math.min(unknown.high, most);
      because[subject]?.push(words);
      for (const next of inStatements[subject] ?? []) {
        if (isQueued[next] || next === index) continue;
        isQueued[next] = true;
        queue.push(next);
      }
    }
  }
  return because;
}

/** What a statement leaves for the unknown at a place in it. */
function left(
  { unknowns }: System,
  of: readonly number[],
  times: readonly number[],
  place: number,
  low: number,
  high: number,
): readonly [number, number] {
  let [from, to] = [low, high];
  for (let other = 0; other < of.length; other++) {
    if (other === place) continue;
    const { low: least, high: most } = unknowns[of[other] as number] as Unknown;
    const by = times[other] as number;
    from -= Math.max(by * least, by * most);
    to -= Math.min(by * least, by * most);
  }
  const by = times[place] as number;
  return by > 0 ? [from / by, to / by] : [to / by, from / by];
}
