import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

/** Headers of every answer. */
export const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
};

/** The names this machine has for itself. */
const local = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Headers on every answer, and no answer to a request that came under another name than this machine's own: a page
 * elsewhere on the web can have its name point here and would otherwise read what is shown.
 */
export function secure(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (!local.has(host)) {
      throw new Problem(400, 'Outturn answers only on this computer', ['Open it as localhost or 127.0.0.1.']);
    }
  });
}
