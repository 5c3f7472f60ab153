import { column, type Mapping } from './mapping.ts';

/**
 * Decisions for adoption, placings and adoptions, a row for each decision and for each period of care without one.
 *
 * DATE_PLACED and DATE_INT are the dates of the decision that the child should be placed, in spite of the former's name. The
 * child was placed on the day its first placement with code A3 to A6 began. AD1 belongs to the period that ended in adoption,
 * else to the last one. A return has no date of the placement order, and none of a move to the carer who adopts.
 */
export const permanence: Mapping = {
  dataset: 'ssd_permanence',
  files: ['episodes'],
  also: ['ad1', 'placed_adoption'],
  from: () => 'from adoption_row',
  columns: {
    perm_table_id: column(
      `child || '|' || coalesce(period_id, 'decision') || '|' || row_number() over (
        partition by child, period_id order by decided_on nulls last, reversed_on nulls last)`,
      'episodes.CHILD',
    ),
    perm_person_id: column('child', 'episodes.CHILD'),
    perm_cla_id: column('period_id', 'episodes.DECOM', 'episodes.DEC', 'episodes.REC'),
    perm_adm_decision_date: column('coalesce(decided_on, "DATE_INT")', 'placed_adoption.DATE_PLACED'),
    perm_decision_reversed_date: column('reversed_on', 'placed_adoption.DATE_PLACED_CEASED'),
    perm_decision_reversed_reason: column('reversed_reason', 'placed_adoption.REASON_PLACED_CEASED'),
    perm_placed_for_adoption_date: column('placed_on', 'episodes.PLACE', 'episodes.RNE'),
    perm_matched_date: column('"DATE_MATCH"', 'ad1.DATE_MATCH'),
    perm_adopted_by_carer_flag: column('"FOSTER_CARE"', 'ad1.FOSTER_CARE'),
    perm_number_of_adopters: column('"NB_ADOPTR"', 'ad1.NB_ADOPTR'),
    perm_adopter_sex: column('"SEX_ADOPTR"', 'ad1.SEX_ADOPTR'),
    perm_adopter_legal_status: column('"LS_ADOPTR"', 'ad1.LS_ADOPTR'),
  },
};

/** What the mapping reads: the rows, with AD1 and the placing on the last decision of their period. */
export const adoptionSql = (periodOfDecision: string) => `
  create or replace temp table decision as
    select p."CHILD" as child, ${periodOfDecision} as period_id, p."DATE_PLACED" as decided_on,
      p."DATE_PLACED_CEASED" as reversed_on, p."REASON_PLACED_CEASED" as reversed_reason
    from placed_adoption p;
  create or replace temp table adoption_placement as
    select period_id, any_value("CHILD") as child, min("DECOM") as placed_on
    from episode_chain where "PLACE" in ('A3', 'A4', 'A5', 'A6') and episode_id = placement_id group by period_id;
  create or replace temp table adopter as
    select a.*, (
      select arg_max(p.period_id, (coalesce(p.reason_ended in ('E11', 'E12'), false), p.began, p.period_id))
      from care_period p where p.child = a."CHILD"
    ) as period_id
    from ad1 a;
  create or replace temp table adoption_row as
    with cases as (
      select child, period_id from decision
      union select child, period_id from adoption_placement
      union select "CHILD", period_id from adopter
    )
    select c.child, c.period_id, d.decided_on, d.reversed_on, d.reversed_reason, m.placed_on, a.* exclude ("CHILD", period_id)
    from cases c
    left join (
      select *, row_number() over (partition by child, period_id order by decided_on desc nulls last, reversed_on desc nulls first) as place
      from decision
    ) d on d.child = c.child and d.period_id is not distinct from c.period_id
    left join adoption_placement m on m.period_id = c.period_id and coalesce(d.place, 1) = 1
    left join adopter a on a."CHILD" = c.child and a.period_id is not distinct from c.period_id and coalesce(d.place, 1) = 1;
`;

export const previousPermanence: Mapping = {
  dataset: 'ssd_cla_previous_permanence',
  files: ['prev_perm'],
  from: () => 'from prev_perm',
  columns: {
    lapp_table_id: column(`"CHILD" || '|PREVIOUS'`, 'prev_perm.CHILD'),
    lapp_person_id: column('"CHILD"', 'prev_perm.CHILD'),
    lapp_previous_permanence_option: column('"PREV_PERM"', 'prev_perm.PREV_PERM'),
    lapp_previous_permanence_la: column('"LA_PERM"', 'prev_perm.LA_PERM'),
    lapp_previous_permanence_order_date: column('"DATE_PERM"', 'prev_perm.DATE_PERM'),
  },
};
