import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { columns } from '../../src/web/api/figures.ts';
import { type Server, testServer } from './started.ts';

const page = new URL('../../docs/analyst/figures-for-tools.md', import.meta.url);
let server: Server;
let base: string;
beforeAll(async () => {
  ({ server } = await testServer());
  base = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** Asks as a tool does, with a header that it need not send where sign-in is off. */
const ask = (address: string): Promise<Response> =>
  fetch(address.replace('http://localhost:3000', base), { headers: { authorization: 'Bearer of-no-account' } });

it('shows addresses each of which answers', async () => {
  const text = await readFile(page, 'utf8');
  const addresses = [...new Set(text.match(/http:\/\/localhost:3000\/api[^\s"`<>|)]+/g) ?? [])];
  expect(addresses.length).toBeGreaterThan(8);
  for (const address of addresses) expect([address, (await ask(address)).status]).toEqual([address, 200]);
});

it('shows queries of Power Query that answer with the columns it names', async () => {
  const text = await readFile(page, 'utf8');
  const queries = [...text.matchAll(/RelativePath = "([^"]+)"(?:,\s+Query = \[([^\]]*)\])?/g)];
  expect(queries).toHaveLength(2);
  for (const [, path = '', query = ''] of queries) {
    const parameters = new URLSearchParams(
      [...query.matchAll(/(\w+) = "([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
    // All of the figures as Parquet take long to write: a tool's first look at them is of one unit here.
    if (parameters.size === 0) parameters.set('unit', 'T11');
    const reply = await ask(`http://localhost:3000/${path}?${parameters}`);
    expect(reply.status).toBe(200);
    const body = Buffer.from(await reply.arrayBuffer());
    if (path.endsWith('.parquet')) expect(body.subarray(0, 4).toString()).toBe('PAR1');
    else expect(body.toString().split('\r\n')[0]?.split(',')).toEqual(columns);
  }
  const described = [...text.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(described).toEqual(columns);
});
