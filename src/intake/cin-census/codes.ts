/** The factors of an assessment, of all years of the census together: a code once valid is known. */
const factorCodes =
  '1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A';

const ofThemselves = (list: string) => Object.fromEntries(list.split(' ').map((code) => [code, code]));

export const factors: Readonly<Record<string, string>> = ofThemselves(factorCodes);

/** Sex as the census has it from 2025, and as numbers before; both are met in files of any year. */
export const sexes: Readonly<Record<string, string>> = ofThemselves('M F U 0 1 2 9');
