/** `bare-pdf pdf FILE TIMES`: a process of its own for each file, as ours has, that sets plain words by Typst. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Plain } from './plain.ts';
import { tellRenderings } from './renderings.ts';

const script = fileURLToPath(new URL('./bare-pdf-process.js', import.meta.url));

await tellRenderings(async (plain: Plain) => {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(plain));
  const [pdf, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error(`Typst ended with ${code}`);
  return pdf;
});
