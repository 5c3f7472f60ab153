/** Tables of the services around the case system, which the children's-services pack adds to the dataset's own. */
export const serviceColumns = {
  referral_decisions: ['decision_id', 'referral_id', 'decided_on', 'decision'],
  enquiry_visits: ['visit_id', 'enquiry_id', 'visited_on', 'child_seen'],
  personal_education_plans: ['pep_id', 'person_id', 'reviewed_on'],
  care_proceedings: ['proceedings_id', 'person_id', 'team_id', 'issued_on', 'concluded_on'],
  complaints: ['complaint_id', 'person_id', 'team_id', 'stage', 'received_on', 'answered_on'],
  information_requests: ['request_id', 'team_id', 'received_on', 'answered_on'],
  workforce_absences: ['absence_id', 'worker_id', 'team_id', 'began_on', 'days_lost'],
  youth_justice_outcomes: ['outcome_id', 'person_id', 'team_id', 'outcome_on', 'first_outcome'],
} as const;
