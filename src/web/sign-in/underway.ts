import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Begun } from '../../access/index.ts';

/** A sign-in that was begun with the provider in this browser, and where it is to lead. */
export type UnderwaySignIn = Begun & { readonly to: string };

const kept = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });
/** How long somebody may be at the provider, in seconds. */
const patience = 600;

/**
 * Sign-ins under way are with the browser in which they were begun, in a cookie that ends with them: only there can they be
 * completed, and only once.
 */
export class Underway {
  private readonly name: string;
  private readonly options: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean };

  constructor(secure: boolean) {
    this.name = secure ? '__Host-outturn-underway' : 'outturn-underway';
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  keep(reply: FastifyReply, begun: UnderwaySignIn): void {
    const value = Buffer.from(JSON.stringify(begun)).toString('base64url');
    reply.setCookie(this.name, value, { ...this.options, maxAge: patience });
  }

  /** What was begun in this browser, once; null where nothing was. */
  take(request: FastifyRequest, reply: FastifyReply): UnderwaySignIn | null {
    reply.clearCookie(this.name, this.options);
    try {
      const text = Buffer.from(request.cookies[this.name] ?? '', 'base64url').toString();
      return kept.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }
}
