/** The year of a return, by its first and last day as YYYY-MM-DD. */
export interface ReturnYear {
  readonly from: string;
  readonly to: string;
}

/** The year that ends on 31 March. */
export function returnYear(ending: number): ReturnYear {
  return { from: `${ending - 1}-04-01`, to: `${ending}-03-31` };
}

/** Whether a day lies in the year. An empty cell is no day. */
export function within(day: string | undefined, { from, to }: ReturnYear): boolean {
  return day !== undefined && day >= from && day <= to;
}

/** A day as a return writes it, DD/MM/YYYY; nothing where there is none, or where it lies after the year. */
export function written(day: string | undefined, { to }: ReturnYear): string {
  return day === undefined || day === '' || day > to ? '' : day.slice(0, 10).split('-').reverse().join('/');
}
