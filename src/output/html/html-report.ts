import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../document/index.ts';
import { htmlPage } from './page.tsx';

/** As built the style sheet is beside the command; in the source it is the one built last. */
function styleSheet(): string {
  const built = !import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(built ? './assets/report.css' : '../../../dist/assets/report.css', import.meta.url));
}

/** A document as one HTML file that needs nothing beside it. Same document, same bytes. */
export async function htmlReport(document: Document): Promise<Uint8Array> {
  return new TextEncoder().encode(htmlPage(document, await readFile(styleSheet(), 'utf8')));
}
