import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { carryOut } from './carry-out.ts';
import type { Message, Task } from './messages.ts';

export interface Running {
  /** Resolves when the work has ended, with its last words where they say how it went; null where it was killed. */
  readonly ended: Promise<Message | null>;
  /** Ends it at once: publishing leaves the editions as before or with one more. */
  kill(): void;
}

/** As built the process is a file beside the command; the source has components, which run only when built. */
export const builtProcess: string | null = import.meta.url.endsWith('.ts')
  ? null
  : fileURLToPath(new URL('./publish-process.js', import.meta.url));

/** Memory for JavaScript, in megabytes: a report is held there as a tree and as files. */
const heapMb = 1536;

/** Does a task in a process of its own. */
export function runApart(script: string, task: Task, heard: (message: Message) => void): Running {
  const { HOME, TMPDIR, TZ, LANG, PATH } = process.env;
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, '--no-warnings', script], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: Object.fromEntries(
      Object.entries({ HOME, TMPDIR, TZ, LANG, PATH }).filter(([, value]) => value !== undefined),
    ),
  });
  // A process that dies early closes its input.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(task)}\n`);
  let last: Message | null = null;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const message = JSON.parse(line) as Message;
    if (message.kind !== 'step') last = message;
    heard(message);
  });
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(
    () => last,
    () => null,
  );
  return { ended, kill: () => void child.kill('SIGKILL') };
}

/** Does a task in this process. */
export function runHere(task: Task, heard: (message: Message) => void): Running {
  let last: Message | null = null;
  const ended = carryOut(task, (message) => {
    if (message.kind !== 'step') last = message;
    heard(message);
  }).then(() => last);
  return { ended, kill: () => undefined };
}
