import type { Context } from '../compile/context.ts';
import type { Block } from '../tree.ts';
import { changes } from './changes.ts';
import { checks } from './checks.ts';
import { commentary } from './commentary.ts';
import { glossary } from './glossary.ts';
import { guidance } from './guidance.ts';
import { method } from './method.ts';
import { narrative } from './narrative.ts';
import { organisation } from './organisation.ts';
import type { Part, PartSpec } from './part.ts';
import { sources } from './sources.ts';
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
  guidance,
  glossary,
  changes,
  commentary,
  narrative,
  organisation,
  sources,
  method,
  checks,
};

/** The blocks of one part of a section. */
export function blocksOf(context: Context, spec: PartSpec): readonly Block[] {
  const part = parts[spec.part] as Part<typeof spec.part> | undefined;
  return part === undefined ? [] : part(context, spec as never);
}
