import { isDay } from '../calendar/index.ts';
import { type FindingSummary, formatTitles, LoadError, type LoadResult, load as loadSources } from '../intake/index.ts';
import { openQuality } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import { Refusal } from '../warehouse/index.ts';
import { loadPack, parseCall, required } from './arguments.ts';
import { CallError, type Command, InputError } from './command.ts';
import { loadProgress } from './load-progress.ts';

/** Loads deliveries of data into a data folder. */
export const load: Command = {
  name: 'load',
  usage: 'load --data DIR --pack PACK [--authority CODE] [--as-at YYYY-MM-DD] SOURCE...',
  summary: 'load folders or files of data; each file is known by what it holds or by its name',
  details: `A SOURCE is a folder or a file. What is taken:\n${formatTitles.map((title) => `  - ${title}`).join('\n')}`,
  async run(args, effects) {
    const { values, positionals } = parseCall(
      args,
      {
        data: { type: 'string' },
        pack: { type: 'string' },
        authority: { type: 'string' },
        'as-at': { type: 'string' },
      },
      true,
    );
    const data = required(values.data, 'data');
    const asAt = values['as-at'];
    if (asAt !== undefined && !isDay(asAt))
      throw new CallError(`--as-at ${asAt}: there is no such date; one is written YYYY-MM-DD`);
    if (positionals.length === 0) throw new CallError('Say what to load: one or more folders or files');
    const pack = await loadPack(required(values.pack, 'pack'), effects);
    const say = (line: string) => effects.stderr(`${line}\n`);
    const step = loadProgress(effects);
    const stop = untilStopped();
    try {
      const request = { data, pack, sources: positionals, authority: values.authority, asAt };
      const result = await loadSources({ ...request, now: effects.now(), progress: say, step, signal: stop.signal });
      for (const line of summary(result)) say(line);
      step({ stage: 'checking', part: 0, rows: null });
      for await (const line of checked(data, pack, result)) {
        if (stop.code !== null) break;
        say(line);
      }
      if (stop.code !== null) say('Stopped while checking: the data is loaded and in force.');
      return stop.code ?? 0;
    } catch (error) {
      // What the end of the work brought down with it is no error of its own.
      if (stop.code !== null) {
        say('Stopped: nothing of this was loaded, and what was in force stays in force.');
        return stop.code;
      }
      if (error instanceof LoadError || error instanceof Refusal) throw new InputError(error.message);
      throw error;
    } finally {
      stop.over();
    }
  },
};

/** Ctrl-C (SIGINT) and SIGTERM end a load in good order; a second one ends the process at once. */
function untilStopped() {
  const controller = new AbortController();
  const stopped = {
    signal: controller.signal,
    /** 128 and the number of the signal, as shells say it; null where none came. */
    code: null as number | null,
    over: () => {
      process.removeListener('SIGINT', onInterrupt).removeListener('SIGTERM', onTerminate);
    },
  };
  const stop = (code: number) => {
    stopped.code = code;
    stopped.over();
    controller.abort();
  };
  const onInterrupt = () => stop(130);
  const onTerminate = () => stop(143);
  process.once('SIGINT', onInterrupt).once('SIGTERM', onTerminate);
  return stopped;
}

const outcomes = {
  published: 'loaded',
  restored: 'loaded before, and current again',
  unchanged: 'the same content is already loaded: nothing changed',
};

function* summary({ extracts, findings }: LoadResult): Generator<string> {
  yield '';
  for (const { manifest, outcome } of extracts) {
    const tables = Object.entries(manifest.tables);
    const rows = tables.reduce((sum, [, table]) => sum + table.rows, 0);
    yield `${manifest.authority} ${manifest.source} as at ${manifest.asAt}: ${tables.length} tables, ${rows} rows; ${outcomes[outcome]}`;
    for (const [id, table] of tables) yield `  ${id}: ${table.rows} rows`;
  }
  if (findings.length === 0) yield 'No findings';
  for (const finding of findings) yield* found(finding);
}

/** What the checks of the pack find between the rows that are now loaded. */
async function* checked(data: string, pack: Pack, { extracts }: LoadResult): AsyncGenerator<string> {
  for (const authority of new Set(extracts.map(({ manifest }) => manifest.authority))) {
    const { qualities, close } = await openQuality({ data, pack, authority });
    await close();
    const counts = qualities.flatMap(({ current }) => current.counts.filter(({ kind }) => kind === 'check'));
    const byCode = [...Map.groupBy(counts, ({ code }) => code)]
      .map(([code, group]) => ({ code, count: group.reduce((sum, { count }) => sum + count, 0) }))
      .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    yield byCode.length === 0 ? 'The rows hold together: no check found anything' : 'What does not fit together:';
    for (const { code, count } of byCode) yield `  ${code}: ${count} (${pack.checks.get(code)?.title ?? code})`;
  }
}

function* found({ code, severity, count, places }: FindingSummary): Generator<string> {
  yield `${code} (${severity}): ${count}`;
  for (const place of places) yield `  ${place}`;
  if (count > places.length) yield `  and ${count - places.length} more`;
}
