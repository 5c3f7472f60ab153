import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileAsync } from 'sass';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const styles = join(root, 'src', 'web', 'styles');
/** Reports have their own style sheet, which a page of the server links and a file has in it. */
const reportStyles = join(root, 'src', 'output', 'html');
const scripts = join(root, 'src', 'web', 'scripts');

/** Puts a file in place whole: a reader, or another build at the same time, sees the old one or the new one. */
async function place(file: string, content: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

async function compileStyles(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    if (!name.endsWith('.scss') || name.startsWith('_')) continue;
    const { css } = await compileAsync(join(from, name), {
      loadPaths: [styles, reportStyles, join(root, 'node_modules')],
      style: 'compressed',
      quietDeps: true,
    });
    await place(join(to, name.replace(/\.scss$/, '.css')), css);
  }
}

/** Compiles the style sheets (the SCSS files without an underscore), bundles the scripts and copies the icon into a folder. */
export async function buildAssets(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await compileStyles(styles, folder);
  await compileStyles(reportStyles, folder);
  for (const name of await readdir(styles)) {
    if (name.endsWith('.svg')) await place(join(folder, name), await readFile(join(styles, name), 'utf8'));
  }
  for (const name of await readdir(scripts)) {
    if (name.endsWith('.d.ts')) continue;
    const { outputFiles } = await build({
      entryPoints: [join(scripts, name)],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      minify: true,
      logLevel: 'warning',
    });
    await place(join(folder, name.replace(/\.ts$/, '.js')), outputFiles[0]?.text ?? '');
  }
}
