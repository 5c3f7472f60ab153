/** A document as a page: its body for pages of a server, the whole as one file that stands by itself. */
export { frontOf, ReportBody, ReportParts } from './body.tsx';
export { htmlReport } from './html-report.ts';
export { htmlPage } from './page.tsx';
export { Words } from './words.tsx';
