import { dayLabel } from '../../calendar/index.ts';

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** @example instantInWords(new Date('2026-06-05T09:00:00Z')) // '5 June 2026, 10:00' */
export const instantInWords = (at: Date): string => `${dayLabel(day.format(at))}, ${time.format(at)}`;
