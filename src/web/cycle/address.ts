import type { Month } from '../../calendar/index.ts';
import type { ApprovalAction } from '../../store/index.ts';
import type { Place } from '../address.ts';

const query = ({ month, unit }: Place): string => new URLSearchParams({ month, unit }).toString();

/** Where every report of a month stands. */
export const cycleAddress = (place: Place): string => `/cycle?${query(place)}`;

/** Where one stands. */
export const standingAddress = (report: string, place: Place): string =>
  `/cycle/${encodeURIComponent(report)}?${query(place)}`;

/** The report with the figures that are under review. */
export const reviewAddress = (report: string, place: Place): string =>
  `/cycle/${encodeURIComponent(report)}/review?${query(place)}`;

/** Where a form goes that moves its approval on. */
export const actAddress = (report: string, action: ApprovalAction, place: Place): string =>
  `/cycle/${encodeURIComponent(report)}/${action}?${query(place)}`;

/** Where it is written about. */
export const commentsAddress = (report: string, place: Place): string =>
  `/commentary?report=${encodeURIComponent(report)}&${query(place)}`;

/** Where one comment is written; null: the one on the report as a whole. */
export const commentAddress = (report: string, month: Month, unit: string, indicator: string | null): string =>
  `/commentary/${[report, month, unit, ...(indicator === null ? [] : [indicator])].map(encodeURIComponent).join('/')}`;

/** Where it is published. */
export const publishAddress = (report: string, place: Place): string =>
  `/editions/publish?report=${encodeURIComponent(report)}&${query(place)}`;

export const editionAddress = (number: number): string => `/editions/${number}`;
