import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

/** Headers of every answer. */
export const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // Under `no-referrer` a browser hides the origin of a form too, and nothing could tell it from one of another site.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
};

/** Lets a page run the scripts that are served with it, and those ask for pages here; no other page runs any. */
export function allowScript(reply: FastifyReply): FastifyReply {
  const policy = `${headers['content-security-policy']}; script-src 'self'; connect-src 'self'`;
  return reply.header('content-security-policy', policy);
}

/** The names this machine has for itself. */
const local = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Methods that change nothing. */
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something came from a page of this very server. Browsers say so in Sec-Fetch-Site, older
 * ones in Origin; what says neither is no browser's form and is not taken.
 */
function isFromHere({ headers: { host, origin, 'sec-fetch-site': site } }: FastifyRequest): boolean {
  if (site !== undefined) return site === 'same-origin';
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether a request asks for this server by its own name. */
function isHere({ headers: { host = '' } }: FastifyRequest, origin: URL | null): boolean {
  if (origin !== null) return host.toLowerCase() === origin.host;
  return local.has(host.replace(/:\d+$/, '').toLowerCase());
}

/**
 * Headers on every answer, and no answer to a request that came under another name than this server's own: a page
 * elsewhere on the web can have its name point here and would otherwise read what is shown. Nor may such a page have
 * something changed here: every request but a look must come from here.
 *
 * @param address where people reach it; without it this computer alone does
 */
export function secure(server: FastifyInstance, address: string | undefined): void {
  const origin = address === undefined ? null : new URL(address);
  const strict = origin?.protocol === 'https:' ? { 'strict-transport-security': 'max-age=31536000' } : {};
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, ...strict });
    if (!isHere(request, origin)) {
      throw origin === null
        ? new Problem(400, 'Outturn answers only on this computer', ['Open it as localhost or 127.0.0.1.'])
        : new Problem(400, 'Outturn has another name', [`Open it as ${origin.origin}.`]);
    }
    if (!reading.has(request.method) && !isFromHere(request)) {
      throw new Problem(403, 'That did not come from a page of Outturn', [
        'Something that changes data is taken only from the pages themselves. Open the page here and try again.',
      ]);
    }
  });
}
