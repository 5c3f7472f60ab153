/** What a figure is set beside, other than single earlier figures. */
export type { BestAndHotspots, HotspotRule, UnitStanding } from './best-and-hotspots.ts';
export { bestAndHotspots } from './best-and-hotspots.ts';
export type { DemandChange } from './demand-change.ts';
export { demandChange, demandChangeInWords, impliedBase } from './demand-change.ts';
export type { Mover, MoverRule } from './largest-movers.ts';
export { largestMovers } from './largest-movers.ts';
export { difference, monthInside } from './month-inside.ts';
export type { BandCount } from './over-bands.ts';
export { overBands, sharesOf100 } from './over-bands.ts';
export type { Standing } from './rank.ts';
export { byFigure, rankAmong, standingInWords } from './rank.ts';
export type { TwelveMonths } from './twelve-months.ts';
export { twelveMonths } from './twelve-months.ts';
