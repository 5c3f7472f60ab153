import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from '../../scripts/build-assets.ts';
import type { AuditEvent } from '../../src/access/index.ts';
import { MadeFiles } from '../../src/output/index.ts';
import type { ServerOptions } from '../../src/web/index.ts';
import { createServer } from '../../src/web/index.ts';
import { figuresDouble } from './figures-double.ts';

export type Server = Awaited<ReturnType<typeof createServer>>;

/** A server on the invented county, with the audit kept in memory; options may replace any part. */
export async function testServer(
  options: Partial<ServerOptions> = {},
): Promise<{ server: Server; audited: AuditEvent[] }> {
  const figures = figuresDouble();
  const audited: AuditEvent[] = [];
  const server = await createServer({
    figures: () => figures,
    files: new MadeFiles({ folder: join(tmpdir(), 'outturn-no-files') }),
    openCases: false,
    audit: async (event) => {
      audited.push(event);
    },
    now: () => new Date('2026-11-04T10:00:00Z'),
    assets: tmpdir(),
    ...options,
  });
  return { server, audited };
}

/** A folder with the built style sheets, and how to be rid of it. */
export async function builtAssets(): Promise<{ assets: string; remove: () => Promise<void> }> {
  const assets = await mkdtemp(join(tmpdir(), 'outturn-assets-'));
  await buildAssets(assets);
  return { assets, remove: () => rm(assets, { recursive: true }) };
}
