/** Where figures stand: targets, status, direction, and how a figure is printed. Pure. */
export { direction } from './direction.ts';
export type { Exact } from './exact.ts';
export { absolute, compare, divide, exact, multiply, subtract } from './exact.ts';
export { figure } from './figure.ts';
export { formatAmount, formatDifference, formatValue } from './format.ts';
export type { Comparison, Judgement, JudgementSource, NoStatus } from './judge.ts';
export { judge } from './judge.ts';
export { roundHalfUp } from './rounding.ts';
export { smallDenominator } from './small-denominator.ts';
export type { Limits } from './status.ts';
export { status } from './status.ts';
export type { FigureTarget } from './target-for.ts';
export { targetFor } from './target-for.ts';
export type { Direction, Status } from './types.ts';
export { breakBetween, versionAt } from './version-at.ts';
