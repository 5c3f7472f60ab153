export type Status = 'met' | 'near' | 'away';
export type Direction = 'better' | 'worse' | 'same';
/** Which way the number itself went, whether that is good or not. */
export type Movement = 'up' | 'down' | 'same';
export type Trend = 'improving' | 'stable' | 'volatile' | 'declining' | 'new measure';
