import { dayOf } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** @example momentLabel(new Date('2026-11-04T10:00:00Z')) // '4 November 2026 at 10:00' */
export const momentLabel = (at: Date): string => `${dayLabel(dayOf(at))} at ${clock.format(at)}`;
