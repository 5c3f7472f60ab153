import product from '../../package.json' with { type: 'json' };
import { type Renderer, renderers } from '../output/index.ts';
import type { Layer } from '../pack/index.ts';
import { readLayers } from '../pack/index.ts';
import { CallError, type Effects, InputError } from './command.ts';

/** The versions that stand in an edition: the renderers are those of the product. */
export const versions = { product: product.version, renderers: product.version };

/** The files of a pack and of those it extends. */
export async function layersOf(pack: string, { packsFolder }: Effects): Promise<Layer[]> {
  const { layers, diagnostics } = await readLayers(pack, packsFolder);
  if (diagnostics.length > 0) throw new InputError(`The pack ${pack} cannot be read`);
  return layers;
}

/** The renderers that a list of endings names: html,pdf. */
export function formatsOf(list: string): Record<string, Renderer> {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  const known = Object.keys(renderers).join(', ');
  return Object.fromEntries(
    names.map((name): [string, Renderer] => {
      const render = Object.hasOwn(renderers, name) ? renderers[name] : undefined;
      if (render === undefined)
        throw new CallError(`${name || 'an empty name'} is no kind of file; there are ${known}`);
      return [name, render];
    }),
  );
}

/** The number of an edition. */
export function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new CallError(`${text}: the number of an edition is 1 or more`);
  return number;
}
