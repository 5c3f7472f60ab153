import { renderToString } from 'preact-render-to-string';
import type { Document } from '../../document/index.ts';
import { mainId, ReportBody } from './body.tsx';

/**
 * A whole page with its style sheet in it, without a script.
 *
 * @param css the style sheet, which is ours: it holds no end of a style element
 */
export function htmlPage(document: Document, css: string): string {
  const { language, title, period, subject, organisation } = document;
  return `<!DOCTYPE html>${renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title}, ${period} – ${organisation}`}</title>
        <meta name="description" content={subject} />
        <meta name="generator" content="Outturn" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body class="report-page">
        <a class="report-skip" href={`#${mainId}`}>
          Skip to the report
        </a>
        <ReportBody document={document} />
        <footer class="report-foot">
          <p>
            {document.runningHeader}. {organisation}.
          </p>
        </footer>
      </body>
    </html>,
  )}\n`;
}
