import { fileURLToPath } from 'node:url';
import { benchmarks } from './benchmarks.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { CallError, type Command, type Effects, InputError } from './command.ts';
import { demo } from './demo.ts';
import { due } from './due.ts';
import { editions } from './editions.ts';
import { extracts } from './extracts.ts';
import { findings } from './findings.ts';
import { commandHelp } from './help.ts';
import { load } from './load.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import { restatements } from './restatements.ts';
import { results } from './results.ts';
import { serve } from './serve.ts';
import { template } from './template.ts';
import { users } from './users.ts';
import { verify } from './verify.ts';

export const commands: readonly Command[] = [
  demo,
  load,
  check,
  results,
  report,
  publish,
  editions,
  verify,
  restatements,
  cases,
  due,
  extracts,
  findings,
  benchmarks,
  serve,
  users,
  template,
];

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `outturn: performance management for children's social care\n\n${lines.join('\n')}\n\nFor one of them: outturn COMMAND --help\n`;
}

/** Runs one call of the command and gives its exit code. */
export async function main(args: readonly string[], effects: Effects): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help') {
    effects.stdout(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    effects.stderr(`outturn: no command ${name}\n\n${help()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    effects.stdout(commandHelp(command));
    return 0;
  }
  try {
    return await command.run(rest, effects);
  } catch (error) {
    if (error instanceof CallError) {
      effects.stderr(`outturn ${name}: ${error.message}\n  outturn ${command.usage}\n`);
      return 2;
    }
    if (error instanceof InputError || (error instanceof Error && error.name === 'NothingLoaded')) {
      effects.stderr(`outturn ${name}: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

/** The process itself: what bin/outturn starts. */
export function start(): void {
  // A reader that has seen enough (head, less) closes the pipe; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const effects: Effects = {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    now: () => new Date(),
    packsFolder: fileURLToPath(new URL('../packs', import.meta.url)),
  };
  main(process.argv.slice(2), effects).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`outturn: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 70;
    },
  );
}
