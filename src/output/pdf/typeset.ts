import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { PrintTree } from './print-tree.ts';

/** Far more than a report of a hundred pages takes. */
const seconds = 180;

/** As built the process is a file beside the command, in the source a module beside this one. */
function script(): string {
  const built = !import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(built ? './pdf-process.js' : './process.ts', import.meta.url));
}

/** Sets a tree as a PDF in a process of its own, which may read files, write none, and take so long and no longer. */
export async function typeset(tree: PrintTree): Promise<Uint8Array> {
  const options = ['--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'];
  const child = spawn(process.execPath, [...options, script()], { stdio: 'pipe', env: {} });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  try {
    // A process that dies early closes its input; the reason shows in how it ended.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(tree));
    const [pdf, errors, [code]] = await Promise.all([buffer(child.stdout), text(child.stderr), once(child, 'close')]);
    if (code === 0) return pdf;
    if (late) throw new Error(`The PDF took longer than ${seconds} seconds`);
    throw new Error(`The PDF could not be made: ${reason(errors) ?? `exit code ${code}`}`);
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
}

/** What Typst says was wrong, without the text of the report around it. */
function reason(errors: string): string | null {
  const [, said] = /message: "((?:[^"\\]|\\.)*)"/.exec(errors) ?? [];
  return said ?? (errors.trim().split('\n')[0] || null);
}
