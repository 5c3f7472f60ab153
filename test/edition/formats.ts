import type { Document } from '../../src/document/index.ts';
import { htmlReport } from '../../src/output/html/index.ts';

/** The report as a page: what the tests keep of it. */
export const formats = { html: (document: Document) => htmlReport(document) };
