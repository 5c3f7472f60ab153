import { column, type Mapping } from './mapping.ts';

const chained = ['episodes.CHILD', 'episodes.DECOM', 'episodes.DEC', 'episodes.REC', 'episodes.LS'] as const;

/** Rows chained by X1 with one legal status are one span of it. */
export const legalStatuses: Mapping = {
  dataset: 'ssd_legal_status',
  files: ['episodes'],
  from: () => `from (
    select legal_id, "CHILD", "LS", min("DECOM") as began, case when count(*) = count("DEC") then max("DEC") end as ended
    from episode_chain group by all)`,
  columns: {
    lega_legal_status_id: column('legal_id', ...chained),
    lega_person_id: column('"CHILD"', 'episodes.CHILD'),
    lega_legal_status: column('"LS"', 'episodes.LS'),
    lega_legal_status_start_date: column('began', ...chained),
    lega_legal_status_end_date: column('ended', ...chained),
  },
};
