/** Tables of the services around the case system, which the children's-services pack adds to the dataset's own. */
export const serviceColumns = {
  referral_decisions: ['decision_id', 'referral_id', 'decided_on', 'decision'],
  enquiry_visits: ['visit_id', 'enquiry_id', 'visited_on', 'child_seen'],
  personal_education_plans: ['pep_id', 'person_id', 'reviewed_on'],
  care_proceedings: ['proceedings_id', 'person_id', 'team_id', 'issued_on', 'concluded_on'],
  complaints: ['complaint_id', 'person_id', 'team_id', 'stage', 'received_on', 'answered_on'],
  information_requests: ['request_id', 'team_id', 'received_on', 'answered_on'],
  workforce_absences: ['absence_id', 'worker_id', 'team_id', 'began_on', 'days_lost'],
  prospective_adopters: [
    ...['application_id', 'adopter_id', 'family_id', 'sex', 'ethnicity', 'disability', 'fostering_for_adoption'],
    ...['enquired_on', 'stage_1_started_on', 'stage_1_ended_on', 'stage_2_started_on', 'stage_2_ended_on'],
    ...['applied_on', 'approved_on', 'matched_on', 'placed_on', 'children_placed', 'adoption_order_on'],
    ...['left_on', 'left_reason'],
  ],
  youth_justice_outcomes: ['outcome_id', 'person_id', 'team_id', 'outcome_on', 'first_outcome'],
} as const;
