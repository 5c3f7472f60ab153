import type { Place } from '../address.ts';

const part = encodeURIComponent;

/** The list of what a report asks people to say of a unit and month. */
export function commentaryAddress({ month, unit }: Place, report?: string): string {
  return `/commentary?${new URLSearchParams({ ...(report !== undefined && { report }), month, unit })}`;
}

/** The comments on an indicator, or on the report as a whole where it is null. */
export function commentAddress(report: string, { month, unit }: Place, indicator: string | null): string {
  const whole = `/commentary/${part(report)}/${month}/${part(unit)}`;
  return indicator === null ? whole : `${whole}/${part(indicator)}`;
}

/** An action as it stands in a month. */
export const actionAddress = (number: number, month: string): string => `/commentary/actions/${number}?month=${month}`;
