import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Pack, readPack } from '../../src/pack/index.ts';

const packsFolder = join(import.meta.dirname, '../../packs');

const audits = `id: audits
title: The audit tracker
dataset: case_file_audits
file: 'audit*'
columns:
  audit_id: { from: [Child, Date chosen] }
  person_id: Child
  selected_on: { from: Date chosen, dates: [MM/DD/YYYY, D MMM YYYY] }
  completed_on: Finished
  grade: { from: Judgement, codes: { 'Top marks': outstanding, RI: requires improvement } }
ignore: [Notes to self]
`;
const indicator = (id: string, measured: string) =>
  `id: ${id}\ntitle: ${id} in words\ntheme: given\npolarity: higher\nmeasured-in: ${measured}\nbasis: month\nsource: collected\n`;
const observations = `id: observations
title: Collected figures
source: observations
key: [indicator, unit, month]
columns:
  indicator: { type: text }
  unit: { type: id }
  month: { type: text }
  numerator: { type: decimal }
  denominator: { type: decimal }
  value: { type: decimal }
  as_at: { type: date, planned: true }
  source: { type: text }
`;

/** The packs that are loaded with: the library, one with a mapping on it, and one of collected figures alone. */
export async function readPacks(folder: string): Promise<Readonly<Record<PackName, Pack>>> {
  const write = async (path: string, content: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await write('mapping/pack.yaml', 'id: mapping\nversion: 1.0.0\ntitle: Own\nextends: childrens-services\n');
  await write('mapping/mappings/own.yaml', audits);
  await write('given/pack.yaml', 'id: given\nversion: 1.0.0\ntitle: Given\nthemes: [{ id: given, title: Given }]\n');
  await write(
    'given/units.csv',
    'code,name,parent,kind\nX,Xshire,,authority\nT1,Team one,X,team\nT2,Team two,X,team\n',
  );
  await write('given/indicators/a.yaml', indicator('answered', 'percent'));
  await write('given/indicators/b.yaml', indicator('visits', 'count'));
  await write('given/datasets/observations.yaml', observations);
  const of = async (name: string) => {
    const { pack, diagnostics } = await readPack(name, { packsFolder });
    if (!pack) throw new Error(`The pack ${name} does not read: ${JSON.stringify(diagnostics)}`);
    return pack;
  };
  return {
    library: await of('childrens-services'),
    mapping: await of(join(folder, 'mapping')),
    given: await of(join(folder, 'given')),
  };
}

export type PackName = 'library' | 'mapping' | 'given';
