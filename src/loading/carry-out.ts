import { LoadError, load, preview } from '../intake/index.ts';
import { type Pack, readPack } from '../pack/index.ts';
import { currentExtracts, Refusal } from '../warehouse/index.ts';
import type { Message, Task } from './messages.ts';
import { changesOf, checksOf, loadedOf, readingFindings } from './outcome.ts';
import { filesFolder } from './sources.ts';

/** Does a task and tells how it went; what goes wrong is told, never thrown. */
export async function carryOut(task: Task, tell: (message: Message) => void, signal: AbortSignal): Promise<void> {
  try {
    const { pack } = await readPack(task.pack, { packsFolder: task.packsFolder });
    if (!pack) throw new LoadError(`The pack ${task.pack} has errors: outturn check ${task.pack} lists them`);
    if (task.task === 'recognise') {
      const found = await preview({ ...task, pack });
      tell({ kind: 'recognised', preview: { ...found, refused: found.refused.map(withoutFolder) } });
    } else {
      await loadAndCompare(task, pack, tell, signal);
    }
  } catch (error) {
    tell(messageOf(error, signal));
  }
}

type LoadTask = Extract<Task, { task: 'load' }>;

async function loadAndCompare(
  task: LoadTask,
  pack: Pack,
  tell: (message: Message) => void,
  signal: AbortSignal,
): Promise<void> {
  const before = await currentExtracts(task.data);
  const result = await load({
    ...task,
    pack,
    now: new Date(task.now),
    signal,
    step: (step) => tell({ kind: 'step', step }),
  });
  const extracts = loadedOf(result, before, pack);
  const findings = readingFindings(result);
  tell({ kind: 'loaded', outcome: { extracts, findings, complete: false } });
  tell({ kind: 'step', step: { stage: 'checking', part: 0, rows: null } });
  const compared = await changesOf(extracts, result, before, pack, task.data);
  tell({ kind: 'step', step: { stage: 'checking', part: 0.5, rows: null } });
  const checks = await checksOf(result, pack, task.data);
  tell({ kind: 'loaded', outcome: { extracts: compared, findings: [...findings, ...checks], complete: true } });
}

/** What is said of the folder of an upload is said of the upload. */
function withoutFolder(message: string): string {
  return message.startsWith(`${filesFolder}: `) ? `Of these files: ${message.slice(filesFolder.length + 2)}` : message;
}

function messageOf(error: unknown, signal: AbortSignal): Message {
  if (signal.aborted) return { kind: 'cancelled' };
  if (error instanceof LoadError) return { kind: 'refused', locked: false, why: withoutFolder(error.message) };
  if (error instanceof Refusal) return { kind: 'refused', locked: error.code === 'locked', why: error.message };
  // The message of any other error may hold a value of somebody's record.
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : 'unknown';
  return { kind: 'broken', place: [name, ...frames.slice(0, 6)].join('\n') };
}
