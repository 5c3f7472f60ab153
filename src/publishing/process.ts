import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { carryOut } from './carry-out.ts';
import type { Message, Task } from './messages.ts';

/**
 * The process that publishes or verifies for a page: a task as the first line of its input, messages as lines of its output. When
 * its input ends, the server is gone, and so is whoever waits for it: it ends, which leaves the editions as before or with one more.
 */
const tell = (message: Message): void => void process.stdout.write(`${JSON.stringify(message)}\n`);
const input = createInterface({ input: process.stdin });
const gone = (): void => process.exit(1);
process.stdout.on('error', gone);
input.on('close', gone);
input.once('line', (line) => {
  // Pages stay quick meanwhile.
  setPriority(5);
  carryOut(JSON.parse(line) as Task, tell).finally(() => {
    input.off('close', gone);
    input.close();
    process.stdin.destroy();
  });
});
