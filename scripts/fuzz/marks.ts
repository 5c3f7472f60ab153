/** A text that no other record of the seeds holds: by it a record is found again, wherever it went. */
export const mark = (number: number): string => `MK${String(number).padStart(4, '0')}K`;

/** The marks that stand in a text. */
export function marksIn(text: string): string[] {
  return text.match(/MK\d{4}K/g) ?? [];
}
