import { json } from 'node:stream/consumers';
import type { Document } from '../../document/index.ts';
import { renderers } from '../renderers.ts';

/** The process that renders one document: its tree on the input, the kind as argument, the file on the output. */

try {
  const render = renderers[process.argv[2] ?? ''];
  if (render === undefined) throw new Error('There is no such kind of file');
  process.stdout.write(await render((await json(process.stdin)) as Document));
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
