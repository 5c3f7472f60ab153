import { writeSync } from 'node:fs';
import { countSteps, type When } from './steps.ts';
import type { Place } from './subject.ts';
import { subjects } from './subjects/index.ts';

/**
 * A process that is going to be killed: SUBJECT PLACE STEP WHEN. It tells when it begins and each change that it has made. With a
 * step it dies there by itself; with the word `count` it goes one round and tells how many steps that were and how long it took.
 */
const [name = '', place = '{}', step = '0', when = 'before'] = process.argv.slice(2);
const subject = await subjects[name]?.();
if (!subject) throw new Error(`there is no subject ${name}`);
const say = (line: string): void => void writeSync(1, `${line}\n`);
const counted = await countSteps(step === 'count' ? 0 : Number(step), when as When);
// Whoever watches is gone: nobody would end this process.
process.stdin.on('close', () => process.kill(process.pid, 'SIGKILL')).resume();
let began = 0;
let left = subject.round;
await subject.work(JSON.parse(place) as Place, {
  begun: () => {
    say('begun');
    began = performance.now();
    counted.begin();
  },
  made: (n) => {
    const { steps } = counted;
    const ms = Math.ceil(performance.now() - began);
    say(`made ${n}`);
    left -= 1;
    if (step !== 'count' || left > 0) return;
    say(`round ${steps} ${ms}`);
    process.kill(process.pid, 'SIGKILL');
  },
});
process.kill(process.pid, 'SIGKILL');
