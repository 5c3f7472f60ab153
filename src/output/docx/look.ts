import type { IStylesOptions } from 'docx';

/** Arial is on every machine. */
const font = 'Arial';
const ink = '0B0C0C';
export const quiet = '484949';

/** Widths in twentieths of a point: A4 with margins of two centimetres. */
export const margin = 1134;
export const textWidth = { portrait: 11_906 - 2 * margin, landscape: 16_838 - 2 * margin } as const;

/** Sizes in half points. */
const heading = (size: number, before: number) => ({
  run: { font, size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});

/** The names of our own paragraph styles, as a person sees them in Word. */
export const styleIds = {
  contents: 'TOCHeading',
  cover: 'CoverLine',
  label: 'Label',
  notice: 'Notice',
  noticeTitle: 'NoticeTitle',
  quiet: 'Quiet',
  cell: 'TableText',
  denseCell: 'TableTextSmall',
  table: 'ReportTable',
} as const;

/** The styles of a report: Word's own for title, headings, captions and contents, and a few of ours. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, color: ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: 'auto' } },
    },
    title: { run: { font, size: 48, bold: true, color: ink }, paragraph: { spacing: { before: 480, after: 240 } } },
    heading1: heading(34, 360),
    heading2: heading(28, 300),
    heading3: heading(24, 240),
    heading4: heading(22, 200),
    heading5: heading(22, 200),
    heading6: heading(22, 200),
    caption: {
      run: { font, size: 22, bold: true, italics: false, color: ink },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    own(
      styleIds.contents,
      'TOC Heading',
      { size: 34, bold: true },
      { spacing: { before: 360, after: 120 }, keepNext: true },
    ),
    own(styleIds.cover, 'Cover line', { size: 26 }, { spacing: { after: 80 } }),
    own(styleIds.label, 'Label', { bold: true }, { spacing: { before: 240, after: 60 }, keepNext: true }),
    own(
      styleIds.noticeTitle,
      'Notice title',
      { bold: true },
      { ...setApart(), spacing: { before: 240 }, keepNext: true },
    ),
    own(styleIds.notice, 'Notice', {}, setApart()),
    own(styleIds.quiet, 'Note', { size: 18, color: quiet }, { spacing: { after: 60 } }),
    own(styleIds.cell, 'Table text', { size: 19 }, { spacing: { before: 30, after: 30, line: 240, lineRule: 'auto' } }),
    own(
      styleIds.denseCell,
      'Table text small',
      { size: 15 },
      { spacing: { before: 20, after: 20, line: 240, lineRule: 'auto' } },
    ),
    ...[1, 2, 3].map((level) =>
      own(`TOC${level}`, `toc ${level}`, {}, { spacing: { after: 60 }, indent: { left: (level - 1) * 280 } }),
    ),
  ],
};

type Own = NonNullable<IStylesOptions['paragraphStyles']>[number];

function own(id: string, name: string, run: NonNullable<Own['run']>, paragraph: NonNullable<Own['paragraph']>): Own {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
}

function setApart(): NonNullable<Own['paragraph']> {
  return {
    indent: { left: 200 },
    border: { left: { style: 'single', size: 24, space: 8, color: '12436D' } },
    shading: { type: 'clear', color: 'auto', fill: 'F3F5F8' },
    spacing: { after: 0 },
  };
}

/** A table's lines, in a style that can be changed for all tables at once: docx has no options for those. */
export const tableStyleXml = (() => {
  const line = (name: string, size: number, colour: string) =>
    `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${colour}"/>`;
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${styleIds.table}"><w:name w:val="Report table"/>`,
    '<w:uiPriority w:val="99"/><w:qFormat/><w:tblPr>',
    `<w:tblBorders>${line('top', 8, ink)}${line('bottom', 8, ink)}${line('insideH', 4, 'B1B4B6')}</w:tblBorders>`,
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>',
    '</w:tblPr></w:style>',
  ].join('');
})();
