/** Statuses and directions as a word and a shape, the same on every page and in every report. */
export { DirectionMark, type DirectionMarkProps } from './direction-mark.tsx';
export { StatusMark, type StatusMarkProps } from './status-mark.tsx';
