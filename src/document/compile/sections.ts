import { plainText, text } from '../../narrative/index.ts';
import type { Report } from '../../pack/index.ts';
import { blocksOf } from '../parts/index.ts';
import type { Section } from '../tree.ts';
import { type Context, chosenEntries } from './context.ts';
import { prose } from './prose.ts';

type SectionSpec = Report['sections'][number];
type InnerSpec = SectionSpec['sections'][number];

/** Sections without their numbers, with the ids that references use. */
interface Unnumbered extends Omit<Section, 'number' | 'sections'> {
  readonly name: string | null;
  readonly numbered: boolean;
  readonly sections: readonly Unnumbered[];
}

/** The sections of a report, numbered as they stand; those with nothing in them are left out. */
export function sectionsOf(
  context: Context,
  specs: readonly SectionSpec[],
): { sections: Section[]; numbers: Map<string, string> } {
  const laid = specs.flatMap((spec) => sectionOf(context, spec));
  const numbers = new Map<string, string>();
  return { sections: numbered(laid, '', numbers), numbers };
}

function sectionOf(context: Context, spec: SectionSpec | InnerSpec): Unnumbered[] {
  const { forEach } = spec;
  if (forEach === undefined) return filled(one(context, spec));
  const entries = chosenEntries(context, forEach).filter(({ indicator }) => indicator !== null);
  if (entries.length > 0) return entries.flatMap((entry) => filled(one({ ...context, entry }, spec)));
  if (forEach.none === undefined) return [];
  const plain = { ...spec, title: spec.title.replaceAll(/\{(number|title)\}/g, '').trim(), parts: [] };
  const told = one(context, plain);
  return [{ ...told, blocks: [{ kind: 'paragraph', text: text(forEach.none) }] }];
}

function one(context: Context, spec: SectionSpec | InnerSpec): Unnumbered {
  const title = plainText(prose(context, spec.title));
  return {
    name: spec.id ?? null,
    id: context.id(spec.id === undefined ? title : spec.id),
    title,
    ...(spec.shortTitle !== undefined && { shortTitle: plainText(prose(context, spec.shortTitle)) }),
    newPage: spec.newPage,
    ...(spec.orientation !== undefined && { orientation: spec.orientation }),
    numbered: spec.numbered ?? context.report.numbered,
    blocks: spec.parts.flatMap((part) => blocksOf(context, part)),
    sections: 'sections' in spec ? spec.sections.flatMap((inner) => sectionOf(context, inner)) : [],
  };
}

const filled = (section: Unnumbered): Unnumbered[] =>
  section.blocks.length === 0 && section.sections.length === 0 ? [] : [section];

function numbered(sections: readonly Unnumbered[], above: string, numbers: Map<string, string>): Section[] {
  let count = 0;
  return sections.map(({ name, numbered: has, sections: inner, ...section }) => {
    if (has) count++;
    const number = has ? `${above}${count}` : null;
    if (name !== null) numbers.set(name, number ?? section.title);
    return { ...section, number, sections: numbered(inner, number === null ? above : `${number}.`, numbers) };
  });
}
