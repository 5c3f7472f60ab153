import { columns as written } from '../../../demo/tables/columns.ts';

/** Datasets that no indicator reads. */
const unread = new Set([
  'ssd_professionals',
  'ssd_family',
  'ssd_address',
  'ssd_disability',
  'ssd_send',
  'ssd_ehcp_requests',
  'ssd_ehcp_assessment',
  'ssd_ehcp_named_plan',
  'ssd_ehcp_active_plans',
  'ssd_sen_need',
  'ssd_assessment_factors',
  'ssd_pre_proceedings',
  'ssd_cla_previous_permanence',
  'ssd_cla_care_plan',
]);

/** The columns of every dataset that an indicator reads, in the order of the standard. Every file has them all. */
export const columns: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(written).filter(([dataset]) => !unread.has(dataset)),
);
