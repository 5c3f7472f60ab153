import {
  AlignmentType,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  Document as WordDocument,
} from 'docx';
import type { Document } from '../../document/index.ts';
import { legal } from '../xml.ts';
import { bodyOf, type Stretch } from './body.ts';
import { finished } from './finished.ts';
import { margin, quiet, styleIds, styles, textWidth } from './look.ts';
import { pageNumbers } from './page-numbers.ts';
import { run } from './words.ts';

/**
 * A document for Word: headings, captions, lists and tables in styles that a person can change, charts that are Word's
 * own, a list of contents with its pages. Same document, same bytes.
 */
export async function docxReport(document: Document): Promise<Uint8Array> {
  const { title, subject, organisation } = document;
  const word = new WordDocument({
    title: legal(title),
    subject: legal(subject),
    creator: legal(organisation),
    lastModifiedBy: legal(organisation),
    styles,
    numbering: { config: [{ reference: 'ordered', levels: [orderedLevel] }] },
    pageNumbers,
    sections: bodyOf(document).map((stretch) => pagesOf(stretch, document)),
  });
  return finished(await Packer.toBuffer(word));
}

const orderedLevel = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1.',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 720, hanging: 360 } } },
} as const;

/** A4 paper; docx turns the width and the height itself. */
function pagesOf({ orientation, parts }: Stretch, { runningHeader, synthetic }: Document) {
  const small = { size: 18, color: quiet };
  const pages = [new TextRun({ ...small, children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })];
  const tabStops = [{ type: 'right' as const, position: textWidth[orientation] }];
  return {
    properties: {
      page: {
        size: {
          width: 11_906,
          height: 16_838,
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    headers: {
      default: new Header({
        children: [new Paragraph({ style: styleIds.quiet, children: run(runningHeader, small) })],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({ style: styleIds.quiet, tabStops, children: [...run(synthetic ?? '', small), ...pages] }),
        ],
      }),
    },
    children: parts,
  };
}
