import type { Figures } from '../../measure/index.ts';

/** Names units as people know them, by the latest month; a code that is not seen stays a code. */
export function unitNamer(figures: Figures | null): (code: string) => string {
  const latest = figures?.months.at(-1);
  const units = figures && latest !== undefined ? figures.units(latest) : [];
  const names = new Map(units.map(({ code, name }) => [code, name]));
  return (code) => (code === '*' ? 'the whole installation' : (names.get(code) ?? code));
}
