import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { workbookLimits } from './limits.ts';
import type { WorkbookAnswer, WorkbookRequest } from './read-workbook.ts';

/** As built the process is a file beside the command, in the source a module beside this one. */
function script(): string {
  const built = !import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(built ? './workbook-process.js' : './process.ts', import.meta.url));
}

/**
 * Reads a workbook in a process of its own, which may use so much memory and time and no more, writes into the folder it is
 * given and nowhere else, and starts nothing. A process that goes beyond is ended, and the workbook refused.
 */
export async function readInProcess(request: WorkbookRequest): Promise<WorkbookAnswer> {
  const { memory, seconds } = workbookLimits;
  const options = [
    `--max-old-space-size=${memory}`,
    '--permission',
    '--allow-fs-read=*',
    `--allow-fs-write=${request.folder}/*`,
    '--no-warnings',
  ];
  const child = spawn(process.execPath, [...options, script()], { stdio: 'pipe', env: {} });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, seconds * 1000);
  try {
    // A process that dies early closes its input; the reason shows in how it ended.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(request));
    const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (code === 0) return JSON.parse(output) as WorkbookAnswer;
    if (late) return { refused: `reading it took longer than ${seconds} seconds` };
    if (/heap out of memory|allocation failed/i.test(errors)) {
      return { refused: `reading it takes more than ${memory} MB of memory` };
    }
    throw new Error(
      `The workbook could not be read: ${
        errors
          .trim()
          .split('\n')
          .find((line) => /Error/.test(line)) ?? `exit code ${code}`
      }`,
    );
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
}
