/** Where a year is going: its end if it goes on like this, and what the target would take. */
export { bounded } from './bounds.ts';
export { type Needed, neededForRest } from './needed.ts';
export { type Outlook, outlookOf } from './outlook.ts';
export { type Projection, projectMonthly, projectSnapshot, projectYearToDate } from './projection.ts';
