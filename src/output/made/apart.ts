import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../document/index.ts';
import type { Form } from '../forms.ts';

/** Far more than a report of a hundred pages takes. */
const seconds = 180;

/** As built the process is a file beside the command; the source has components, which run only when built. */
export const builtProcess: string | null = import.meta.url.endsWith('.ts')
  ? null
  : fileURLToPath(new URL('./render-process.js', import.meta.url));

/** Renders a document in a process of its own, which takes so long and no longer. @throws Error where it cannot be made */
export async function renderApart(script: string, document: Document, { ending }: Form): Promise<Uint8Array> {
  const child = spawn(process.execPath, ['--no-warnings', script, ending], { stdio: 'pipe', env: {} });
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  try {
    // A process that dies early closes its input; the reason shows in how it ended.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(document));
    const [file, said, [code]] = await Promise.all([buffer(child.stdout), text(child.stderr), once(child, 'close')]);
    if (code === 0) return file;
    throw new Error(said.trim().split('\n')[0] || `The process ended with ${code ?? child.signalCode}`);
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
}
