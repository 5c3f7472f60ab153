export type Status = 'met' | 'near' | 'away';
export type Direction = 'better' | 'worse' | 'same';
