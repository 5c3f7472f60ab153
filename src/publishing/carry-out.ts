import { openBenchmarks } from '../benchmark/index.ts';
import {
  commentName,
  EditionError,
  type Prepared,
  type PrepareRequest,
  prepare,
  publish,
  SuppressionFailed,
  stops,
  verify,
} from '../edition/index.ts';
import { renderers, UnfitForm } from '../output/index.ts';
import { readLayers, readPack } from '../pack/index.ts';
import { openStore, type Store, StoreError, storeAddress } from '../store/index.ts';
import { Refusal } from '../warehouse/index.ts';
import type { Asked, Checked, Message, Task } from './messages.ts';

type Tell = (message: Message) => void;

/** Does a task and tells how it went; what goes wrong is told, never thrown. */
export async function carryOut(task: Task, tell: Tell): Promise<void> {
  try {
    const store = await openStore(storeAddress(task.data, task.store), new Date(task.now));
    try {
      await (task.task === 'verify' ? verified(task, store, tell) : made(task, store, tell));
    } finally {
      await store.close();
    }
  } catch (error) {
    tell(messageOf(error));
  }
}

type Of<T extends Task['task']> = Extract<Task, { task: T }>;

async function made(task: Of<'check'> | Of<'publish'>, store: Store, tell: Tell): Promise<void> {
  const request = await requestOf(task, task.asked, store, tell);
  if (task.task === 'check') return tell({ kind: 'checked', checked: await checkedOf(request) });
  const { who, role, saw, formats, corrects, despite } = task.signed;
  const chosen = formats.flatMap((name) => (renderers[name] === undefined ? [] : [[name, renderers[name]] as const]));
  const { edition } = await publish({
    ...request,
    signed: { who, role, at: new Date(task.now) },
    expected: saw,
    ...(corrects && { corrects }),
    ...(despite && { despite }),
    formats: Object.fromEntries(chosen),
    versions: task.versions,
    making: (format) => {
      const done = chosen.findIndex(([name]) => name === format);
      tell({ kind: 'step', step: { done, total: chosen.length, label: `Making the files: ${format}` } });
    },
  });
  tell({ kind: 'published', number: edition.number });
}

async function requestOf(task: Task, asked: Asked, store: Store, tell: Tell): Promise<PrepareRequest> {
  const { data, packsFolder } = task;
  const { pack } = await readPack(task.pack, { packsFolder });
  const { layers } = await readLayers(task.pack, packsFolder);
  if (!pack)
    throw new EditionError('no-figures', `The pack ${task.pack} has errors: outturn check ${task.pack} lists them`);
  const report = pack.reports.get(asked.report);
  if (!report) throw new EditionError('no-figures', `The pack has no report ${asked.report}`);
  return {
    data,
    store,
    pack,
    layers,
    benchmarks: await openBenchmarks({ data, pack }),
    report,
    month: asked.month,
    unit: asked.unit,
    kind: asked.kind,
    publicComments: asked.comments,
    standpoint: asked.standpoint,
    progress: (done, total) => tell({ kind: 'step', step: { done, total, label: 'Working out the figures' } }),
  };
}

async function checkedOf(request: PrepareRequest): Promise<Checked> {
  const { store, report, month, unit, pack, kind = 'internal' } = request;
  const prepared = await prepare(request);
  const { document, documentHash, approved, asAt, synthetic, definitionsHash, suppression } = prepared;
  const standing = await store.editions.inForce({ report: report.id, month, unit, kind });
  return {
    title: report.title,
    document,
    documentHash,
    approved,
    asAt,
    synthetic,
    extracts: prepared.extracts.map(({ authority, source, id, asAt: at }) => ({ authority, source, id, asAt: at })),
    definitions: { pack: pack.id, version: pack.version, hash: definitionsHash },
    findings: prepared.findings.map((one) => ({ ...one, stops: stops(one) })),
    figures: figuresIn(prepared),
    comments: prepared.comments.map((one) => ({ ...one, name: commentName(one) })),
    suppression: suppression && {
      small: suppression.small,
      guards: suppression.guards,
      already: suppression.already,
      against: suppression.against,
    },
    standing: standing?.number ?? null,
    next: await store.editions.next(),
  };
}

function figuresIn({ figures: { figures } }: Prepared): Checked['figures'] {
  return { all: figures.length, asPublished: figures.filter(({ from }) => from !== null).length };
}

async function verified({ data, numbers, versions }: Of<'verify'>, store: Store, tell: Tell): Promise<void> {
  const total = numbers?.length ?? (await store.editions.list()).length;
  let done = 0;
  const step = () => tell({ kind: 'step', step: { done, total, label: 'Working out editions again' } });
  step();
  const verification = await verify({
    data,
    store,
    ...(numbers && { numbers }),
    formats: renderers,
    renderers: versions.renderers,
    told: () => {
      done++;
      step();
    },
  });
  tell({ kind: 'verified', verification });
}

/** What was refused, in its own words; the message of any other error may hold a value of somebody's record. */
function messageOf(error: unknown): Message {
  if (error instanceof SuppressionFailed) return { kind: 'refused', code: 'disclosed', why: error.message };
  if (error instanceof UnfitForm) return { kind: 'refused', code: 'unfit-form', why: error.message };
  for (const known of [EditionError, StoreError, Refusal]) {
    if (error instanceof known) return { kind: 'refused', code: error.code, why: error.message };
  }
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return { kind: 'broken', place: [error instanceof Error ? error.name : 'unknown', ...frames.slice(0, 6)].join('\n') };
}
