import { Bookmark, HeadingLevel, Paragraph } from 'docx';
import type { Document, Orientation, Section } from '../../document/index.ts';
import { headingOf, sectionsOf } from '../contained.ts';
import { isListed, leadCover } from '../front.ts';
import { type BodyPart, blockParts } from './blocks.ts';
import { styleIds, textWidth } from './look.ts';
import { type Bookmarks, plain, run } from './words.ts';

/** Parts that stand on paper of one orientation. */
export interface Stretch {
  readonly orientation: Orientation;
  readonly parts: BodyPart[];
}

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The sections of a document one after the other, a new stretch wherever the paper turns; no heading alone on a page. */
export function bodyOf(document: Document): readonly Stretch[] {
  const bookmarks: Bookmarks = new Map(
    sectionsOf(document).map(({ section }, index) => [section.id, `section_${index + 1}`]),
  );
  const lead = leadCover(document);
  const stretches: Stretch[] = [];
  const write = (section: Section, depth: number, around: Orientation, underHeading: boolean): void => {
    const orientation = section.orientation ?? around;
    const isFront = lead !== null && section.blocks[0] === lead;
    let stretch = stretches.at(-1);
    const turns = stretch?.orientation !== orientation;
    if (stretch === undefined || turns) {
      stretch = { orientation, parts: [] };
      stretches.push(stretch);
    }
    const breaks = section.newPage && !turns && stretch.parts.length > 0 && !underHeading;
    if (!isFront) stretch.parts.push(heading(section, depth, bookmarks, breaks));
    for (const block of section.blocks) {
      const place = { document, section, bookmarks, width: textWidth[orientation], isLead: block === lead };
      stretch.parts.push(...blockParts(block, place));
    }
    const bare = section.blocks.length === 0;
    section.sections.forEach((inner, index) => {
      write(inner, depth + 1, orientation, bare && index === 0);
    });
  };
  if (lead === null) stretches.push({ orientation: document.orientation, parts: titleParts(document) });
  for (const section of document.sections) write(section, 0, document.orientation, false);
  return stretches;
}

/** A document without a cover begins with its title all the same. */
const titleParts = ({ title, organisation, period, synthetic }: Document): BodyPart[] => [
  plain(title, 'Title'),
  plain(`${organisation}, ${period}`),
  ...(synthetic === null ? [] : [plain(synthetic)]),
];

function heading(section: Section, depth: number, bookmarks: Bookmarks, pageBreakBefore: boolean): Paragraph {
  const words = run(headingOf(section));
  const id = bookmarks.get(section.id);
  const level = levels[Math.min(depth, levels.length - 1)] ?? HeadingLevel.HEADING_6;
  return new Paragraph({
    ...(isListed(section) ? { heading: level } : { style: styleIds.contents }),
    pageBreakBefore,
    children: id === undefined ? words : [new Bookmark({ id, children: words })],
  });
}
