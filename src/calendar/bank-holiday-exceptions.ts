import type { Day } from './types.ts';

/** A bank holiday that the rule does not give, proclaimed for one year. */
export interface BankHolidayException {
  readonly day: Day;
  readonly name: string;
  /** The day the rule gives, which was an ordinary working day that year; absent where the holiday came on top. */
  readonly insteadOf?: Day;
}

/** Every bank holiday of England and Wales from 1995 that was moved or added once. Add a line when one is proclaimed. */
export const exceptions: readonly BankHolidayException[] = [
  { day: '1995-05-08', name: 'Early May bank holiday (50 years of VE Day)', insteadOf: '1995-05-01' },
  { day: '1999-12-31', name: 'Millennium holiday' },
  { day: '2002-06-03', name: 'Golden Jubilee' },
  { day: '2002-06-04', name: 'Spring bank holiday', insteadOf: '2002-05-27' },
  { day: '2011-04-29', name: 'Royal wedding' },
  { day: '2012-06-04', name: 'Spring bank holiday', insteadOf: '2012-05-28' },
  { day: '2012-06-05', name: 'Diamond Jubilee' },
  { day: '2020-05-08', name: 'Early May bank holiday (75 years of VE Day)', insteadOf: '2020-05-04' },
  { day: '2022-06-02', name: 'Spring bank holiday', insteadOf: '2022-05-30' },
  { day: '2022-06-03', name: 'Platinum Jubilee' },
  { day: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { day: '2023-05-08', name: 'Coronation of King Charles III' },
];
