import type { LoadStep } from '../intake/index.ts';
import { partDone, timeLeft } from '../loading/index.ts';
import type { Effects } from './command.ts';

/** Between two lines about one stage. */
const everyMs = 2000;

const stages = { reading: 'Reading', writing: 'Writing', checking: 'Checking' } as const;

/** Tells on stderr how far a load is: when a stage begins, then every two seconds at most. */
export function loadProgress(effects: Effects): (step: LoadStep) => void {
  const began = effects.now().getTime();
  let told: { readonly stage: LoadStep['stage']; readonly at: number } | null = null;
  return (step) => {
    const at = effects.now().getTime();
    if (told?.stage === step.stage && at - told.at < everyMs) return;
    told = { stage: step.stage, at };
    effects.stderr(`${inWords(step, at - began)}\n`);
  };
}

/** @example 'Reading: 42% of the load, 1,234,567 rows so far, about 20 seconds left' */
export function inWords(step: LoadStep, elapsedMs: number): string {
  const done = partDone(step);
  const said = [
    `${Math.floor(done * 100)}% of the load`,
    ...(step.rows ? [`${step.rows.toLocaleString('en-GB')} rows so far`] : []),
    timeLeft(elapsedMs, done) ?? [],
  ].flat();
  return `${stages[step.stage]}: ${said.join(', ')}`;
}
