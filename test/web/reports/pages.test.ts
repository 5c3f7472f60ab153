import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../../scripts/build-assets.ts';
import type { Document } from '../../../src/document/index.ts';
import { type Form, MadeFiles } from '../../../src/output/index.ts';
import type { Pack } from '../../../src/pack/index.ts';
import { type Server, testServer } from '../started.ts';
import { demoDouble, demoPack } from './demo-double.ts';

const reports = ['board', 'commissioner', 'contract', 'improvement-board', 'scorecard'];

let pack: Pack;
let folder: string;
let server: Server;
beforeAll(async () => {
  pack = await demoPack();
  folder = await mkdtemp(join(tmpdir(), 'outturn-report-pages-'));
  await buildAssets(join(import.meta.dirname, '../../../dist/assets'));
  const figures = demoDouble(pack);
  ({ server } = await testServer({ figures: () => figures, files: new MadeFiles({ folder }), patience: 60_000 }));
  return () => rm(folder, { recursive: true });
});

const page = async (url: string): Promise<string> => (await server.inject(url)).body;

/** A server whose files are made as the test says. */
async function serverWith(
  file: (form: Form) => Promise<Uint8Array>,
  before = 0,
): Promise<{ told: string[]; server: Server }> {
  const told: string[] = [];
  const figures = demoDouble(pack);
  const files = Object.assign(new MadeFiles({ folder }), {
    file: (_: Document, form: Form) => file(form),
    state: () => (before > 0 ? { stage: 'waiting', before } : { stage: 'making' }),
  });
  const own = { figures: () => figures, files, patience: 5, report: (line: string) => void told.push(line) };
  return { told, server: (await testServer(own)).server };
}

describe('the list of reports', () => {
  it('has every report of the pack with whom it is for, how often and the period of the month chosen', async () => {
    expect([...pack.reports.keys()].toSorted()).toEqual(reports);
    const body = await page('/reports?month=2026-06&unit=D2');
    for (const id of reports) expect(body).toContain(`href="/reports/${id}?month=2026-06&amp;unit=D2"`);
    expect(body).toContain('Contract board');
    expect(body).toContain('Every quarter');
    expect(body).toContain('Quarter 1 of 2026/27');
    expect(body).toContain('aria-current="true">Reports');
  });

  it('says that a pack has none, and the scorecard leads to its report where it has one', async () => {
    const plain = await testServer();
    expect((await plain.server.inject('/reports')).body).toContain('The pack has no reports');
    expect((await plain.server.inject('/scorecard')).body).not.toContain('Report and downloads');
    expect(await page('/scorecard?unit=D1')).toContain('href="/reports/scorecard?month=2026-10&amp;unit=D1"');
  });
});

describe.each(reports)('the report %s', (id) => {
  it('is a page with one heading of the first level, one main part, no inline style and no script', async () => {
    const reply = await server.inject(`/reports/${id}?month=2026-09&unit=CTY`);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-security-policy']).not.toMatch(/unsafe|script-src/);
    const { body } = reply;
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(body.match(/<main/g)).toHaveLength(1);
    expect(body).not.toMatch(/ style=|<style|<script| on[a-z]+=/);
    expect(body).toContain('<link rel="stylesheet" href="/assets/report.css"');
    expect(body).toContain(`<h1 id="_title" class="app-h1">${pack.reports.get(id)?.title}</h1>`);
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1)).toBe(true);
    expect(body).toMatch(/class="report-table"|class="report-facts"/);
  });

  it.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['zip', 'application/zip', 'PK'],
    ['html', 'text/html; charset=utf-8', '<!DOCTYPE html>'],
  ])(
    'is there as %s under its own name, and its page then says how large it is',
    async (ending, type, begins) => {
      const reply = await server.inject(`/reports/${id}/files/${ending}?unit=CTY&month=2026-09`);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers['content-type']).toBe(type);
      expect(reply.headers['content-disposition']).toBe(`attachment; filename="outturn-${id}-CTY-2026-09.${ending}"`);
      expect(reply.rawPayload.subarray(0, begins.length).toString()).toBe(begins);
      const shown = await page(`/reports/${id}?unit=CTY&month=2026-09`);
      const link = shown.slice(shown.indexOf(`/reports/${id}/files/${ending}?`));
      expect(link.slice(0, 250)).toMatch(/<span class="app-quiet">[\d.]+ [KM]B</);
      expect(await page(`/reports/${id}?unit=D1&month=2026-09`)).not.toMatch(/<span class="app-quiet">[\d.]+ [KM]B</);
    },
    180_000,
  );

  it('gives in its CSV the figures of the page', async () => {
    const { rawPayload } = await server.inject(`/reports/${id}/files/zip?unit=CTY&month=2026-09`);
    const files = unzipSync(rawPayload);
    expect(strFromU8(files['about.csv'] ?? new Uint8Array())).toContain('2026-09');
    expect(Object.keys(files).some((name) => name.startsWith('tables/'))).toBe(true);
  });
});

describe('what to look at', () => {
  it('stands above the report for who makes it, with the rest folded away, and not in the download', async () => {
    const body = await page('/reports/commissioner?month=2026-09');
    const findings = body.slice(body.indexOf('id="_look"'), body.indexOf('class="report '));
    expect(findings).toMatch(/things? to look at before it goes out/);
    expect((await server.inject('/reports/commissioner/files/html?month=2026-09')).body).not.toContain(
      'to look at before',
    );
  });
});

describe('a report that cannot be had', () => {
  it.each([
    ['/reports/nothing', 404, 'There is no such report'],
    ['/reports/__proto__', 404, 'There is no such report'],
    ['/reports/contract/files/odt', 404, 'There is no such kind of file'],
    ['/reports/contract/files/constructor', 404, 'There is no such kind of file'],
    ['/reports/contract?unit=XX', 404, 'There is no such unit'],
    ['/reports?month=2031-01', 404, 'There are no figures for'],
  ])('%s is told in words', async (url, code, words) => {
    const reply = await server.inject(url);
    expect(reply.statusCode).toBe(code);
    expect(reply.body).toContain(words);
  });

  it('waits with a page that says how many come before it, and leads to the same file', async () => {
    const { server: slow } = await serverWith(() => new Promise(() => {}), 3);
    const reply = await slow.inject('/reports/contract/files/pdf?month=2026-09&unit=D1');
    expect(reply.statusCode).toBe(202);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).toContain('3 others come before it');
    expect(reply.body).toContain('href="/reports/contract/files/pdf?month=2026-09&amp;unit=D1"');
  });

  it('says of a failure which file it was, logs the place without the message, and leads back', async () => {
    const { server: failing, told } = await serverWith(async () => {
      throw new Error('Ada Example');
    });
    const reply = await failing.inject('/reports/contract/files/docx');
    expect(reply.statusCode).toBe(500);
    expect(reply.body).toContain('The Word document could not be made');
    expect(reply.body).toContain('href="/reports/contract?');
    expect(told.join()).toContain('the Word document of the report contract could not be made');
    expect(reply.body + told.join()).not.toContain('Ada');
  });
});
