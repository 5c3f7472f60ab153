export { changeBetween, type DueCase, type DueChange, type DueList } from './due.ts';
export { type DueEffect, effectOf } from './effect.ts';
export { dueIndicators, readDue } from './read-due.ts';
export { readDueBefore } from './since.ts';
