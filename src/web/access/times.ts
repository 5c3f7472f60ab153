const long = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** A time as people in the United Kingdom read it: 4 Nov 2026, 10:05. */
export const timeInWords = (at: Date): string => long.format(at);

/** Only the clock: 10:05. */
export const clockTime = (at: Date): string => clock.format(at);
