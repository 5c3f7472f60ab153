import type { FastifyInstance } from 'fastify';
import { localPerson, type Person } from '../access/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks. */
    person: Person;
  }
}

/** Says of every request who asks: where sign-in is off, whoever sits at this computer. */
export function people(server: FastifyInstance): void {
  server.decorateRequest('person');
  server.addHook('onRequest', async (request) => {
    request.person = localPerson;
  });
}
