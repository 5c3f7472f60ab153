import type { Pack, Report } from '../../pack/index.ts';

/** Whether a report says what it is made of: one that does not is a scorecard on its page alone. */
export const isPrinted = ({ sections }: Report): boolean => sections.length > 0;

/** The reports of a pack that can be read and downloaded, in its order. */
export const printedReports = ({ reports }: Pack): Report[] => [...reports.values()].filter(isPrinted);

export const rhythmWords: Readonly<Record<Report['rhythm'], string>> = {
  monthly: 'Every month',
  'bi-monthly': 'Every two months',
  quarterly: 'Every quarter',
  yearly: 'Every year',
};
