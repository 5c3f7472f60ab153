import type { Effects } from './command.ts';

/** Tells on stderr how far a piece of work is, at most once for each tenth of it. */
export function progressTo(effects: Effects, what: string): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const tenth = Math.floor((done / Math.max(total, 1)) * 10);
    if (tenth === told) return;
    told = tenth;
    effects.stderr(`${what}: ${done} of ${total}\n`);
  };
}
