import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type AuditEvent, readSignInSettings, recordLook } from '../access/index.ts';
import { basisOf, definitionsHash, heldExtracts } from '../edition/index.ts';
import { LoadDesk } from '../loading/index.ts';
import { MadeFiles } from '../output/index.ts';
import { PublishDesk } from '../publishing/index.ts';
import { createServer, type ServerOptions } from '../web/index.ts';
import { loadPack, parseCall, required } from './arguments.ts';
import { benchmarksOf } from './benchmarked.ts';
import { CallError, type Command, InputError } from './command.ts';
import { layersOf, versions } from './editions-at-hand.ts';
import { HeldFigures } from './held-figures.ts';
import { ServedFigures } from './served-figures.ts';
import { withStore } from './store.ts';

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
  usage: 'serve --data DIR --pack PACK [--port 3000] [--sign-in FILE] [--open-cases]',
  summary: 'show the pages in a browser: on this computer only, or to the people who sign in',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      pack: { type: 'string' },
      port: { type: 'string' },
      'sign-in': { type: 'string' },
      'open-cases': { type: 'boolean' },
    });
    const data = required(values.data, 'data');
    const port = portOption(values.port);
    const signIn = values['sign-in'] === undefined ? null : await signInOf(values['sign-in']);
    const pack = await loadPack(required(values.pack, 'pack'), effects);
    const layers = await layersOf(required(values.pack, 'pack'), effects);
    const benchmarks = await benchmarksOf(data, pack);
    const say = (line: string) => effects.stderr(`${line}\n`);
    const report = (line: string) => say(`outturn serve: ${line}`);
    return withStore(data, effects, async (store) => {
      const audit = (event: AuditEvent) => recordLook(store, event);
      const served = new ServedFigures({ data, pack, benchmarks, tell: say });
      const held = new HeldFigures({ data, pack, benchmarks });
      const loads = await LoadDesk.open({
        data: resolve(data),
        pack: packPath(values.pack ?? '', effects.packsFolder),
        packsFolder: effects.packsFolder,
        now: effects.now,
        audit,
        report,
      });
      const publishing = new PublishDesk({
        data: resolve(data),
        pack: packPath(values.pack ?? '', effects.packsFolder),
        packsFolder: effects.packsFolder,
        store: process.env.OUTTURN_STORE,
        versions,
        now: effects.now,
        report,
      });
      const server = await createServer({
        figures: () => served.figures(),
        benchmarks: () => benchmarks,
        progress: () => served.progress(),
        empty: () => served.empty(),
        working: () => served.working(),
        loads,
        store,
        ...(signIn && { signIn }),
        editions: { desk: publishing, figures: () => served.figures(), definitions: definitionsHash(layers) },
        review: {
          basis: () => {
            const extracts = served.extracts();
            return extracts && basisOf(extracts, layers);
          },
          extracts: (hash) => heldExtracts(data, hash),
          figures: (hash) => held.figures(hash),
        },
        files: new MadeFiles({ folder: join(resolve(data), 'cache', 'reports') }),
        openCases: values['open-cases'] === true,
        audit,
        now: effects.now,
        assets: join(effects.packsFolder, '..', 'dist', 'assets'),
        report,
      });
      const end = asked();
      try {
        const address = await listen(server, port, signIn?.settings.listen ?? '127.0.0.1');
        say(`Outturn is at ${signIn?.settings.origin ?? address}`);
        say(
          signIn ? 'People sign in. Ctrl+C ends it.' : 'It answers this computer only; sign-in is off. Ctrl+C ends it.',
        );
        // Asked to end while figures are still being worked out: what was opened is closed all the same.
        await Promise.race([served.open(), end.promise]);
        await end.promise;
        return 0;
      } finally {
        end.forget();
        await loads.close();
        await publishing.close();
        await server.close();
        await served.close();
        await held.close();
      }
    });
  },
};

/** A pack that is named by its folder is found from any folder. */
function packPath(name: string, packsFolder: string): string {
  return existsSync(join(packsFolder, name)) ? name : resolve(name);
}

/** @throws InputError where the settings of sign-in cannot be read or are not right */
async function signInOf(file: string): Promise<NonNullable<ServerOptions['signIn']>> {
  try {
    const settings = readSignInSettings(await readFile(file, 'utf8'));
    const variable = settings.provider?.secret;
    const secret = variable === undefined ? undefined : process.env[variable];
    if (variable !== undefined && !secret)
      throw new Error(`The environment has no ${variable}, the secret of the provider`);
    return { settings, secret };
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function listen(server: Awaited<ReturnType<typeof createServer>>, port: number, host: string): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (taken) throw new InputError(`Port ${port} is in use: choose another with --port`);
    throw error;
  }
}
