import { dayNumber, writeDay } from './day-number.ts';

/**
 * The day number of Easter Sunday in a Gregorian year: the Sunday after the church's full moon on or after 21 March.
 * Reckoned by the age of the moon (the epact), corrected for the leap days that centuries drop and for the moon's drift.
 */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const droppedLeapDays = century - Math.floor(century / 4);
  const moonDrift = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + droppedLeapDays - moonDrift + 15) % 30;
  // The two latest full moons come a day early, so that no two of the 19 years share one.
  const fullMoon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const march21 = dayNumber(writeDay(year, 3, 21));
  const moon = march21 + fullMoon;
  return moon + 7 - ((((moon + 4) % 7) + 7) % 7);
}
