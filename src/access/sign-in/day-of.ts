const form = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day it is in the United Kingdom, ISO: by it grants begin and end. */
export const dayOf = (now: Date): string => form.format(now);
