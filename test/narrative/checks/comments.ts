import type { DoubtCode, Text } from '../../../src/narrative/index.ts';

/** A comment on 75.0% (90 of 120) in October 2026, and every doubt about it: code and words. */
export interface Commentary {
  readonly comment: string | Text;
  readonly doubts: readonly (readonly [DoubtCode, string])[];
}

/**
 * The figure fell from 80.0% in September 2026, rose from 70.0% at the outturn of March 2026, and rose from 72.0% a year
 * ago; higher is better; the target is 85.0%, amber from 70.0%; England is at 79.1% and neighbours at 73.0%.
 */
export const comments: readonly Commentary[] = [
  // Directions.
  { comment: 'Since last month there has been a rise to 75.0%.', doubts: [['direction-against-sign', 'rise']] },
  {
    comment: 'In September 2026 it was 80.0%; it has increased since, to 75.0%.',
    doubts: [['direction-against-sign', 'increased']],
  },
  { comment: 'It has fallen since the outturn of 70.0%.', doubts: [['direction-against-sign', 'fallen']] },
  { comment: 'It fell from 80.0% last month to 75.0%.', doubts: [] },
  { comment: 'It has risen from 72.0% in the same month last year.', doubts: [] },
  { comment: 'It rose to 75.0%.', doubts: [] },
  { comment: 'We expect a rise to 85.0% from last month, and aim to increase it.', doubts: [] },
  { comment: 'There was no increase on last month, at 75.0%.', doubts: [] },
  { comment: 'The 75.0% is an improvement on last month.', doubts: [['judgement-against-direction', 'improvement']] },
  { comment: 'The 75.0% is an improvement on last year.', doubts: [] },
  // Others.
  { comment: 'At 75.0% we are better than statistical neighbours.', doubts: [] },
  { comment: 'At 75.0% we are better than England.', doubts: [['comparator-contradicted', 'better than England']] },
  {
    comment: 'At 75.0% it is above the national average.',
    doubts: [['comparator-contradicted', 'above the national average']],
  },
  { comment: 'At 75.0% it is above that of London.', doubts: [['comparator-unknown', 'above that of London']] },
  // Targets.
  { comment: 'At 75.0% it is on target.', doubts: [['position-contradicted', 'on target']] },
  { comment: 'At 75.0% it is above the target.', doubts: [['position-contradicted', 'above the target']] },
  { comment: 'At 75.0% it is below target and not yet on target.', doubts: [] },
  { comment: 'At 75.0% it is within tolerance.', doubts: [] },
  { comment: 'At 75.0% it is short of the 90% that is aimed at from 2027.', doubts: [] },
  // Breakdowns.
  { comment: 'The step downs were 22 + 32 + 4 = 58.', doubts: [] },
  { comment: 'The step downs were 4 + 1 + 3 = 9.', doubts: [['breakdown-does-not-sum', '4 + 1 + 3 = 9']] },
  { comment: 'There are 29 unallocated (12 in the system, 2 of leavers and 15 for workload).', doubts: [] },
  {
    comment: 'There are 29 unallocated (12 in the system, 2 of leavers and 14 for workload).',
    doubts: [['breakdown-does-not-sum', '29 unallocated (12 in the system, 2 of leavers and 14 for workload']],
  },
  {
    comment: 'Of the 30, made up of 20 late and 11 never seen, all are known.',
    doubts: [['breakdown-does-not-sum', '30, made up of 20 late and 11 never seen, all are known']],
  },
  { comment: '30 were late, of which 8 by one day and 2 by a month.', doubts: [] },
  {
    comment: '30 were late, of which 28 were seen and 5 were not.',
    doubts: [['breakdown-does-not-sum', '30 were late, of which 28 were seen and 5 were not']],
  },
  { comment: 'It stood at 75.0% (90 of 120 by 31 October).', doubts: [] },
  // Figures.
  { comment: 'The figure is 78.3%.', doubts: [['figure-differs', '78.3%']] },
  { comment: 'As at 14 November the figure was 78.3%.', doubts: [] },
  { comment: 'It stands 4.1 percentage points below that of England, at 75.0%.', doubts: [] },
  { comment: 'It stands 4.1% below England.', doubts: [['percent-of-percentages', '4.1%']] },
  { comment: 'It fell by 5.0% from last month.', doubts: [['percent-of-percentages', '5.0%']] },
  { comment: 'It fell by 6.3% from 80.0% last month.', doubts: [] },
  {
    comment: [
      { kind: 'text', text: 'The figure is ' },
      { kind: 'figure', text: '99.9%', of: { indicator: 'a', unit: 'C', month: '2026-10', part: 'value' } },
      { kind: 'text', text: ' and was substantially lower in September, 80.0%.' },
    ],
    doubts: [],
  },
  // Claims.
  { comment: 'Timeliness has improved.', doubts: [['claim-without-figure', 'has improved']] },
  { comment: 'The majority were late because of sickness.', doubts: [['claim-without-figure', 'The majority']] },
  { comment: 'The delays come from two vacancies in the team.', doubts: [] },
  // Names.
  { comment: 'The delays were looked into by Mrs Jones.', doubts: [['personal-name', 'Mrs Jones']] },
  { comment: 'The plan is led by Priya Sharma in Ashford.', doubts: [['personal-name', 'Priya Sharma']] },
  { comment: 'The plan is led by P. Sharma.', doubts: [['personal-name', 'P. Sharma']] },
  { comment: 'The plan is led by Director Sharma.', doubts: [['personal-name', 'Director Sharma']] },
  { comment: 'In Ashford and Isle of Sheppey the Head of Service holds weekly panels with Ofsted.', doubts: [] },
  { comment: 'The Child Protection Conference of the South East Team met in October.', doubts: [] },
  { comment: 'This Sheppey Hospital list is new.', doubts: [['personal-name', 'Sheppey Hospital']] },
  { comment: 'The list of Medway Maritime is new.', doubts: [] },
];
