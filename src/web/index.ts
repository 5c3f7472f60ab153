/** The pages in a browser. */
export type { Progress, ServerOptions } from './options.ts';
export { createServer } from './server.ts';
