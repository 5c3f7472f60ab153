import { z } from 'zod';

/** Which figure in time a column or a row shows, counted from the month of the report. */
export const when = z
  .string()
  .regex(
    /^(now|previous|outturn|year-ago|[1-9][0-9]*-(months|quarters|years)-ago|[0-9]{4}-(0[1-9]|1[0-2]))$/,
    'now, previous, outturn, year-ago, N-months-ago, N-quarters-ago, N-years-ago or YYYY-MM',
  )
  .meta({
    description:
      'Which month: now (that of the report), previous (the report before, by its rhythm), outturn (the end of the last financial year), year-ago, N-months-ago, N-quarters-ago, N-years-ago, or YYYY-MM',
  });
