/** Statistical process control: XmR limits, signals and what they say in words. */
export type { BoundedLimits } from './drawn.ts';
export { boundedLimits, signalWords } from './drawn.ts';
export type { ProcessLimits, ProcessSettings } from './limits.ts';
export { processLimits, usualProcessSettings } from './limits.ts';
export type { ProcessStretch, ProcessView, Rebase } from './process-view.ts';
export { processView } from './process-view.ts';
export type { Signal, SignalKind } from './signals.ts';
export { signalsOf } from './signals.ts';
export type { Assurance, Variation } from './words.ts';
export { assuranceOf, variationOf } from './words.ts';
