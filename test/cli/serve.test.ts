import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';
import type { Effects } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'outturn-serve-'));
  await buildAssets(join(root, 'dist', 'assets'));
});
afterAll(() => rm(data, { recursive: true }));

let said = '';

async function serve(...args: string[]): Promise<{ code: number; said: string }> {
  said = '';
  const effects: Effects = {
    stdout: () => undefined,
    stderr: (text) => {
      said += text;
    },
    now: () => new Date('2026-11-04T10:00:00Z'),
    packsFolder: join(root, 'packs'),
  };
  return { code: await main(['serve', ...args], effects), said };
}

it('says what is wrong with a call', async () => {
  expect((await serve('--pack', 'demo')).code).toBe(2);
  const port = await serve('--data', data, '--pack', 'demo', '--port', '99999');
  expect(port.code).toBe(2);
  expect(port.said).toContain('0 to 65535');
});

it('binds to this computer, says that sign-in is off, and where nothing is loaded offers to load', async () => {
  const running = serve('--data', data, '--pack', 'demo', '--port', '0');
  try {
    await until(() => said.includes('Nothing is loaded'));
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [''];
    expect(said).toContain('sign-in is off');
    const page = await (await fetch(`${address}/scorecard`)).text();
    expect(page).toContain('Nothing is loaded yet');
    expect(page).toContain('href="/data/load"');
    expect((await fetch(`${address}/data/load`)).status).toBe(200);
  } finally {
    process.emit('SIGTERM');
  }
  expect((await running).code).toBe(0);
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
