import { join } from 'node:path';
import { appendAudit } from '../access/index.ts';
import { type Figures, openFigures } from '../measure/index.ts';
import { createServer, type Progress } from '../web/index.ts';
import { loadPack, parseCall, required } from './arguments.ts';
import { benchmarksOf, withBenchmarks } from './benchmarked.ts';
import { CallError, type Command, InputError } from './command.ts';

function portOption(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CallError(`--port ${text}: a number from 0 to 65535, 0 for any that is free`);
}

/** Resolves when the process is asked to end. */
function asked(): { promise: Promise<void>; forget: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = (): void => resolve();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return { promise, forget: () => void process.off('SIGINT', stop).off('SIGTERM', stop) };
}

/** Serves the pages on this computer alone until it is asked to stop. */
export const serve: Command = {
  name: 'serve',
  usage: 'serve --data DIR --pack PACK [--port 3000] [--open-cases]',
  summary: 'show the scorecard in a browser, on this computer only',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      pack: { type: 'string' },
      port: { type: 'string' },
      'open-cases': { type: 'boolean' },
    });
    const data = required(values.data, 'data');
    const port = portOption(values.port);
    const pack = await loadPack(required(values.pack, 'pack'), effects);
    const benchmarks = await benchmarksOf(data, pack);
    let figures: (Figures & { close(): Promise<void> }) | null = null;
    let progress: Progress = { done: 0, total: 0 };
    const server = await createServer({
      figures: () => figures,
      benchmarks: () => benchmarks,
      progress: () => progress,
      openCases: values['open-cases'] === true,
      audit: (event) => appendAudit(data, event),
      now: effects.now,
      assets: join(effects.packsFolder, '..', 'dist', 'assets'),
      report: (line) => effects.stderr(`outturn serve: ${line}\n`),
    });
    const end = asked();
    try {
      const address = await listen(server, port);
      effects.stderr(`Outturn is at ${address}\n`);
      effects.stderr('It answers this computer only; sign-in is not yet on. Ctrl+C ends it.\n');
      const opening = openFigures({
        data,
        pack,
        progress: (done, total) => {
          progress = { done, total };
        },
      });
      // Asked to end while figures are still being worked out: what was opened is closed all the same.
      const opened = await Promise.race([opening, end.promise.then(() => null)]);
      if (opened === null) {
        opening.then(
          (late) => late.close(),
          () => undefined,
        );
        return 0;
      }
      figures = withBenchmarks(opened, benchmarks);
      effects.stderr('The figures are ready.\n');
      await end.promise;
      return 0;
    } finally {
      end.forget();
      await server.close();
      await closeFigures(figures);
    }
  },
};

async function closeFigures(figures: { close(): Promise<void> } | null): Promise<void> {
  await figures?.close();
}

async function listen(server: Awaited<ReturnType<typeof createServer>>, port: number): Promise<string> {
  try {
    return await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (taken) throw new InputError(`Port ${port} is in use: choose another with --port`);
    throw error;
  }
}
