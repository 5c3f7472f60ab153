import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { carryOut } from './carry-out.ts';
import type { Message, Task } from './messages.ts';

/**
 * The process that recognises or loads files for a page: a task as the first line of its input, messages as lines of its
 * output. It ends cleanly when asked to (SIGTERM), and when its input ends, which is when the server is gone.
 */
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort()).on('SIGINT', () => stop.abort());
const tell = (message: Message): void => void process.stdout.write(`${JSON.stringify(message)}\n`);
// Nobody reads any more: there is nothing to end but the work.
process.stdout.on('error', () => stop.abort());
const input = createInterface({ input: process.stdin });
input.on('close', () => stop.abort());
input.once('line', (line) => {
  const task = JSON.parse(line) as Task;
  // Pages stay quick while data is loaded; somebody waits for what files are recognised as.
  if (task.task === 'load') setPriority(5);
  carryOut(task, tell, stop.signal).finally(() => {
    input.close();
    process.stdin.destroy();
  });
});
