import type { Report } from '../../pack/index.ts';
import type { Context } from '../compile/context.ts';
import type { Block } from '../tree.ts';

/** What a pack asks to stand in a section. */
export type PartSpec = Report['sections'][number]['parts'][number];

/** The blocks that one kind of part makes. None is a fair answer: then nothing stands there. */
export type Part<K extends PartSpec['part']> = (
  context: Context,
  spec: Extract<PartSpec, { part: K }>,
) => readonly Block[];
