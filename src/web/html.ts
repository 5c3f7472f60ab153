import type { FastifyReply } from 'fastify';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Answers with a page. Browsers keep none without asking again; a page of cases they do not keep at all. */
export function sendPage(reply: FastifyReply, page: JSX.Element): FastifyReply {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
  return reply.type('text/html; charset=utf-8').send(`<!DOCTYPE html>${renderToString(page)}`);
}
