import type { Cell } from '../csv-files.ts';

/** Every table the agency's demo writes, with its columns: the datasets of the family-court pack. */
export const columns = {
  requests: ['request_id', 'team_id', 'law', 'kind', 'received_on', 'screened_on', 'closed_on'],
  allocations: ['allocation_id', 'request_id', 'practitioner_id', 'team_id', 'allocated_on', 'ended_on'],
  dispute_meetings: [
    'meeting_id',
    'request_id',
    'team_id',
    'held_on',
    'kind',
    'outcome',
    'section_7_requested',
    'hours',
  ],
  reports: ['report_id', 'request_id', 'team_id', 'kind', 'ordered_on', 'due_on', 'filed_on', 'quality'],
  orders: ['order_id', 'request_id', 'team_id', 'kind', 'made_on'],
  closed_cases: ['closure_id', 'request_id', 'service_user_id', 'team_id', 'closed_on', 'diversity_form_on'],
  staff: ['staff_id', 'team_id', 'role', 'fte', 'diversity_form', 'started_on', 'left_on'],
  appraisals: ['appraisal_id', 'staff_id', 'completed_on'],
  absence_days: ['absence_id', 'staff_id', 'day', 'lost', 'reason'],
  survey_answers: ['answer_id', 'response_id', 'team_id', 'respondent', 'answered_on', 'question', 'score'],
} as const;

export type TableName = keyof typeof columns;

/** A row by column name; a column left out is empty. */
export type Row<T extends TableName> = { readonly [C in (typeof columns)[T][number]]?: Cell };
