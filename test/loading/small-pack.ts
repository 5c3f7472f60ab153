import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from '../intake/delivery.ts';

/** Of the library, so much as loads of people and of teams need. */
const parts = ['datasets/ssd_person.yaml', 'datasets/ssd_department.yaml'];

/**
 * Writes a pack of two datasets of the library into a folder of packs. Every step of a load is a process that reads the whole
 * pack: with this one that takes no time.
 */
export function smallPack(folder: string): { readonly pack: string; readonly packsFolder: string } {
  for (const part of parts) cpSync(join(packsFolder, 'childrens-services', part), join(folder, 'people', part));
  mkdirSync(join(folder, 'people'), { recursive: true });
  writeFileSync(join(folder, 'people/pack.yaml'), 'id: people\ntitle: People\nversion: 1.0.0\n');
  return { pack: 'people', packsFolder: folder };
}
