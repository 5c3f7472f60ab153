import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** What is written of the packs that are the fuzz's own: the one with a mapping, the one of collected figures. */
const written: Readonly<Record<Exclude<PackName, 'library'>, Readonly<Record<string, string>>>> = {
  mapping: {
    'pack.yaml': 'id: mapping\nversion: 1.0.0\ntitle: Own\nextends: childrens-services\n',
    'mappings/own.yaml': audits,
  },
  given: {
    'pack.yaml': 'id: given\nversion: 1.0.0\ntitle: Given\nthemes: [{ id: given, title: Given }]\n',
    'units.csv': 'code,name,parent,kind\nX,Xshire,,authority\nT1,Team one,X,team\nT2,Team two,X,team\n',
    'indicators/a.yaml': indicator('answered', 'percent'),
    'indicators/b.yaml': indicator('visits', 'count'),
    'datasets/observations.yaml': observations,
  },
};

/** A pack that is loaded with: the library, one with a mapping on it, or one of collected figures alone. */
export async function packNamed(name: PackName, folder: string): Promise<Pack> {
  if (name !== 'library') {
    for (const [path, content] of Object.entries(written[name])) {
      await mkdir(dirname(join(folder, name, path)), { recursive: true });
      await writeFile(join(folder, name, path), content);
    }
  }
  const place = name === 'library' ? 'childrens-services' : join(folder, name);
  const { pack, diagnostics } = await readPack(place, { packsFolder });
  if (!pack) throw new Error(`The pack ${name} does not read: ${JSON.stringify(diagnostics)}`);
  return pack;
}

export type PackName = 'library' | 'mapping' | 'given';
