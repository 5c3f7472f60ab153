import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildAssets } from './build-assets.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const own = join(dist, `building-${process.pid}.tmp`);

/** Bundles the command, whose pages are TSX; packages stay where npm put them. */
async function buildCommand(): Promise<void> {
  const file = join(own, 'outturn.js');
  await build({
    stdin: {
      contents: "import { start } from './src/cli/main.ts';\nstart();\n",
      resolveDir: root,
      sourcefile: 'outturn.ts',
    },
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  });
  await rename(file, join(dist, 'outturn.js'));
  await buildProcess('workbook-process', 'src/intake/workbook/process.ts');
  await buildProcess('parse-xml', 'src/intake/xml/parse-process.ts');
  await buildProcess('load-process', 'src/loading/process.ts');
  await buildProcess('publish-process', 'src/publishing/process.ts');
  await buildProcess('pdf-process', 'src/output/pdf/process.ts');
  await buildProcess('render-process', 'src/output/made/process.ts');
  await copyFile(join(root, 'src/output/pdf/report.typ'), join(own, 'report.typ'));
  await rename(join(own, 'report.typ'), join(dist, 'report.typ'));
}

/** Bundles a process that the command starts, as a file beside it. */
async function buildProcess(name: string, entry: string): Promise<void> {
  const file = join(own, `${name}.js`);
  await build({
    entryPoints: [join(root, entry)],
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  await rename(file, join(dist, `${name}.js`));
}

await mkdir(own, { recursive: true });
try {
  await buildAssets(join(dist, 'assets'));
  await buildCommand();
} finally {
  await rm(own, { recursive: true, force: true });
}
