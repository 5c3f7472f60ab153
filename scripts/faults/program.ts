import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
const outdir = join(root, 'dist', `killed-${process.pid}`);
let built: Promise<string> | null = null;

/** The process that is killed, bundled as the command is: a process that starts quickly is killed more often. */
export function program(): Promise<string> {
  built ??= bundle();
  return built;
}

/** Takes the bundle away. */
export const removeProgram = (): void => rmSync(outdir, { recursive: true, force: true, maxRetries: 5 });

async function bundle(): Promise<string> {
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outdir,
    bundle: true,
    splitting: true,
    external: ['@duckdb/node-api', 'better-sqlite3', 'libpg-query', 'pg-native'],
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    target: 'node24',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  process.once('exit', removeProgram);
  return join(outdir, 'child.mjs');
}
