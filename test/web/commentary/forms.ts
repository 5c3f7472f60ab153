import type { Server } from '../started.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a browser sends with a form of this server. */
const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

/** Sends a form, and gives the answer. */
export async function send(server: Server, url: string, fields: Fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return server.inject({ method: 'POST', url, headers, payload: body.toString() });
}

export const page = async (server: Server, url: string): Promise<string> => (await server.inject(url)).body;

/** The words that a reader of a page sees, without marks. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

export const place = '/commentary/scorecard/2026-10/CTY/re-referrals';

/** The words of the first heading, as the form sends them. */
export const cause = (text: string, seen = 0, more: Fields = {}): Fields => ({
  'heading-0': 'Cause',
  'seen-0': String(seen),
  'text-0': text,
  role: 'Team manager',
  ...more,
});
