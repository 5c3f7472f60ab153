import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Message, Task } from './messages.ts';

/** How long a process that was asked to end may take before it is ended. */
const graceMs = 10_000;

/** Memory for JavaScript, in megabytes. Rows are not held there. */
const heapMb = 1024;

export interface Running {
  /** Resolves when the process has ended, with its last words where they say how it went; null where it was killed. */
  readonly ended: Promise<Message | null>;
  /** Asks the process, and what it started, to end. */
  cancel(): void;
}

/** As built the process is a file beside the command, in the source a module beside this one. */
function script(): string {
  const built = !import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(built ? './load-process.js' : './process.ts', import.meta.url));
}

/** Starts a process for a task in a folder. It ends with the server: its input is the leash. */
export function runTask(task: Task, cwd: string, heard: (message: Message) => void): Running {
  const { HOME, TMPDIR, TZ, LANG } = process.env;
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, '--no-warnings', script()], {
    cwd,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: Object.fromEntries(Object.entries({ HOME, TMPDIR, TZ, LANG }).filter(([, value]) => value !== undefined)),
    // A group of its own: what it started can be ended with it, and Ctrl+C in the server's window does not reach it.
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(task)}\n`);
  let last: Message | null = null;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const message = JSON.parse(line) as Message;
    if (message.kind !== 'step') last = message;
    heard(message);
  });
  let timer: NodeJS.Timeout | undefined;
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
    } catch {
      // It has ended in between.
    }
  };
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(
    () => last,
    () => null,
  );
  ended.finally(() => clearTimeout(timer));
  return {
    ended,
    cancel() {
      signal('SIGTERM');
      timer ??= setTimeout(() => signal('SIGKILL'), graceMs).unref();
    },
  };
}
