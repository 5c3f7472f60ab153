import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import { Problem } from '../problem.ts';

const tooMany = (): Problem =>
  new Problem(429, 'Too many requests', ['More came from your address in a minute than are answered. Wait a minute.']);

/** How often one address is answered, whatever it asks for; none of it is told in headers. */
export const requestLimit = (max: number): RateLimitPluginOptions => ({
  max,
  timeWindow: 60_000,
  errorResponseBuilder: tooMany,
  addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  addHeaders: {
    'x-ratelimit-limit': false,
    'x-ratelimit-remaining': false,
    'x-ratelimit-reset': false,
    'retry-after': true,
  },
});

/** Of tries to sign in: enough for an office behind one address, far too few to guess a password. */
export const signInLimit = { max: 60, timeWindow: 60_000 } as const;
