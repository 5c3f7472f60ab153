import type { Context } from '../compile/context.ts';
import type { Block } from '../tree.ts';
import type { Part, PartSpec } from './part.ts';
import { table } from './table.ts';
import { contents, cover, facts, list, notice, textPart } from './words.ts';

const parts: { readonly [K in PartSpec['part']]?: Part<K> } = {
  cover,
  contents,
  text: textPart,
  list,
  notice,
  facts,
  table,
};

/** The blocks of one part of a section. */
export function blocksOf(context: Context, spec: PartSpec): readonly Block[] {
  const part = parts[spec.part] as Part<typeof spec.part> | undefined;
  return part === undefined ? [] : part(context, spec as never);
}
