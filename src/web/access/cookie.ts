import type { FastifyReply } from 'fastify';

/** With this prefix a browser takes the cookie from this very host alone, and only over TLS. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-outturn' : 'outturn');

/** Gives the browser its cookie: for as long as it is open, for this host, not for scripts, not from forms elsewhere. */
export function setCookie(reply: FastifyReply, value: string, secure: boolean): void {
  reply.setCookie(cookieName(secure), value, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

export function dropCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(cookieName(secure), { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
