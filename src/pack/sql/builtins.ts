/** Relations that every pack has, made by the engine for the month ends it is asked for. */
export const builtins: Readonly<Record<string, { meaning: string; columns: Readonly<Record<string, string>> }>> = {
  month_ends: {
    meaning: 'The months that figures are asked for, one row each',
    columns: {
      as_at: 'date: the last day of the month',
      month: 'text: YYYY-MM',
      month_start: 'date',
      quarter_start: 'date: first day of the financial quarter',
      year_start: 'date: first day of the financial year',
      rolling_12_start: 'date: first day of the 12 whole months that end with the month',
      rolling_36_start: 'date: first day of the 36 whole months that end with the month',
    },
  },
  calendar: {
    meaning: 'Every day from 1995 to 2035',
    columns: {
      day: 'date',
      working_day: 'boolean: Monday to Friday and not a bank holiday of England and Wales',
      running: 'integer: working days up to and including this day',
    },
  },
  units: {
    meaning: 'The units of the organisation, the authority without a parent',
    columns: { unit: 'text', parent: 'text', name: 'text' },
  },
};
