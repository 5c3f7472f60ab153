import { fileURLToPath } from 'node:url';
import type { Figures, Observation } from '../../../src/measure/index.ts';
import { type Pack, readPack } from '../../../src/pack/index.ts';
import { figuresDouble } from '../figures-double.ts';

const packsFolder = fileURLToPath(new URL('../../../packs', import.meta.url));

/** The pack of the demo county, as it is in the repository. */
export async function demoPack(): Promise<Pack> {
  const { pack, diagnostics } = await readPack('demo', { packsFolder });
  if (pack === null) throw new Error(`The demo pack cannot be read: ${diagnostics.length} faults`);
  return pack;
}

/**
 * The invented county with the pack of the demo: a figure for every indicator, unit and month, which moves with the
 * months. Whoever asks for single cases or rows is told off: no report may.
 */
export function demoDouble(pack: Pack): Figures {
  const base = figuresDouble();
  const ids = [...pack.indicators.keys()];
  const observation = (indicator: string, unit: string, month: string): Observation | undefined => {
    const definition = pack.indicators.get(indicator)?.versions.at(-1)?.definition;
    const at = base.months.indexOf(month);
    const known = base.units(month).some(({ code }) => code === unit);
    if (definition === undefined || at < 0 || !known) return undefined;
    const size = unit === 'CTY' ? 400 : unit.startsWith('D') ? 100 : 8;
    const numerator = Math.round(size * (0.3 + 0.5 * Math.abs(Math.sin(ids.indexOf(indicator) + at / 7))));
    const common = { indicator, unit, month, numerator, state: 'value', reason: null } as const;
    if (definition.measuredIn === 'count') return { ...common, denominator: null, value: numerator };
    const scale = definition.measuredIn === 'percent' ? 100 : definition.measuredIn === 'rate-per-10000' ? 10_000 : 1;
    return { ...common, denominator: size, value: (numerator * scale) / size };
  };
  const never = (): never => {
    throw new Error('A report has asked for single cases');
  };
  const qualities = async () => {
    const all = (await base.quality?.()) ?? [];
    return all.map((one) => ({ ...one, list: never }));
  };
  return { ...base, pack, observation, quality: qualities, cases: never, doubts: never };
}
