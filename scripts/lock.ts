import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Makes package-lock.json anew from package.json, in an empty folder: beside an installed node_modules npm keeps only
 * the platform packages of the machine it runs on. A registry may also lack the package of another platform for a
 * version; npm then leaves it out of the lockfile and afterwards refuses the lockfile as out of step. Such a package
 * gets its entry here, with the version its parent asks for and the platform that its name says.
 */
interface Entry {
  version?: string;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  license?: string;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'outturn-lock-'));
for (const name of ['package.json', '.npmrc']) copyFileSync(join(root, name), join(folder, name));
execFileSync('npm', ['install', '--package-lock-only'], { cwd: folder, stdio: 'inherit' });

const path = join(folder, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> };
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = /-(android|darwin|linux|win32)-(x64|arm64|arm)(?:-|$)/.exec(name);
    if (!platform || lock.packages[`node_modules/${name}`]) continue;
    const libc = name.endsWith('-musl') ? ['musl'] : name.endsWith('-gnu') ? ['glibc'] : undefined;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [platform[2] as string],
      ...(libc && { libc }),
      ...(entry.license && { license: entry.license }),
      optional: true,
      os: [platform[1] as string],
    };
    console.log(`${name} ${version}: not in this registry, entered by its name`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
copyFileSync(path, join(root, 'package-lock.json'));
rmSync(folder, { recursive: true });
