import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Layer, type Pack, packOfLayers } from '../pack/index.ts';
import { EditionError } from './error.ts';
import { namesIn } from './folder.ts';
import type { KeptInputs } from './inputs.ts';
import type { EditionManifest } from './manifest.ts';
import { packAsKept } from './settled.ts';

/** The folder of each layer of a pack in an edition: `pack/0-demo`, `pack/1-childrens-services`. */
export const layerFolders = (layers: readonly Layer[]): string[] =>
  layers.map(({ folder }, place) => `pack/${place}-${folder.split(/[\\/]/).at(-1)}`);

/** The files of a pack as an edition keeps them. */
export function layerFiles(layers: readonly Layer[]): [string, string][] {
  const folders = layerFolders(layers);
  return layers.flatMap(({ files }, place) =>
    [...files].map(([name, content]): [string, string] => [`${folders[place]}/${name}`, content]),
  );
}

/** The layers of a pack from an edition's folder. */
export async function keptLayers(folder: string, { definitions }: EditionManifest): Promise<Layer[]> {
  return Promise.all(
    definitions.folders.map(async (name): Promise<Layer> => {
      const path = join(folder, name);
      const names = await namesIn(path);
      const texts = await Promise.all(names.map((file) => readFile(join(path, file), 'utf8')));
      return { folder: path, shown: name, files: new Map(names.map((file, index) => [file, texts[index] ?? ''])) };
    }),
  );
}

/**
 * The pack as it was when an edition was published, with the targets, statuses and typed figures of then.
 *
 * @throws EditionError `edition-unreadable` where this version of the product does not read it
 */
export async function keptPack(folder: string, manifest: EditionManifest, inputs: KeptInputs): Promise<Pack> {
  const { pack, diagnostics } = await packOfLayers(await keptLayers(folder, manifest));
  if (pack) return packAsKept(pack, inputs);
  const [first] = diagnostics;
  throw new EditionError(
    'edition-unreadable',
    `the definitions of edition ${manifest.number} cannot be read: ${first ? `${first.file}: ${first.message}` : 'none'}`,
  );
}
