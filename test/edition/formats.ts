import type { Document } from '../../src/document/index.ts';
import { zipReport } from '../../src/output/csv/index.ts';
import { docxReport } from '../../src/output/docx/index.ts';
import { htmlReport } from '../../src/output/html/index.ts';
import { xlsxReport } from '../../src/output/xlsx/index.ts';

/** The report as a page: what the tests keep of it. */
export const formats = { html: (document: Document) => htmlReport(document) };

/** The kinds of file whose inside can be read by unpacking: what the public may be given. */
export const publicFormats = { ...formats, xlsx: xlsxReport, docx: docxReport, zip: zipReport };
