import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf, hashPassword, madePassword, type Role } from '../access/index.ts';
import type { Act, Store } from '../store/index.ts';
import { currentExtracts } from '../warehouse/index.ts';
import { type Effects, InputError } from './command.ts';

interface DemoPerson {
  readonly name: string;
  readonly post: string;
  readonly account: string;
  readonly grants: readonly (readonly [Role, string])[];
}

/** A district of the demo county, and a team of it. */
const [district, team] = ['D1', 'D1F1'];

/** Synthetic people of the demo county, at least one a role. */
const people: readonly DemoPerson[] = [
  { name: 'Ada Quill', post: 'Councillor', account: 'reader', grants: [['reader', '*']] },
  { name: 'Ben Orchard', post: 'Team manager', account: 'team', grants: [['manager', team]] },
  { name: 'Cora Fenn', post: 'Service manager', account: 'service', grants: [['approver', district]] },
  { name: 'Dev Marlow', post: 'Business support', account: 'author', grants: [['author', district]] },
  { name: 'Eve Larkin', post: 'Head of service', account: 'head', grants: [['approver', '*']] },
  { name: 'Finn Oakes', post: 'Director', account: 'director', grants: [['second-approver', '*']] },
  { name: 'Gwen Sedge', post: 'Performance analyst', account: 'analyst', grants: [['analyst', '*']] },
  { name: 'Hal Winter', post: 'Publisher', account: 'publisher', grants: [['publisher', '*']] },
  { name: 'Ines Harrow', post: 'Auditor', account: 'auditor', grants: [['auditor', '*']] },
  { name: 'Jo Kestrel', post: 'Administrator', account: 'administrator', grants: [['administrator', '*']] },
];

const addressOf = ({ account }: DemoPerson): string => `${account}@demo.example`;

/**
 * Makes the people of the demonstration the first time, and prints their addresses and passwords each time. The passwords
 * are made for this data folder and kept in it, readable by its owner alone; what they open is synthetic.
 *
 * @throws InputError where the data is not synthetic
 */
export async function demoAccounts(store: Store, data: string, effects: Effects, act: Act): Promise<void> {
  const extracts = await currentExtracts(data);
  if (extracts.length === 0 || !extracts.every(({ synthetic }) => synthetic)) {
    throw new InputError('Accounts of the demonstration are for synthetic data alone');
  }
  const file = join(data, 'demo-accounts.json');
  const kept = await passwordsIn(file);
  const passwords = Object.fromEntries(people.map(({ account }) => [account, kept[account] ?? madePassword()]));
  await writeFile(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  for (const person of people) await make(store, person, passwords[person.account] ?? '', act);
  const width = Math.max(...people.map((person) => addressOf(person).length));
  const lines = people.map((person) => {
    const address = addressOf(person).padEnd(width);
    return `  ${address}  ${passwords[person.account]}  ${person.name}, ${person.post}`;
  });
  effects.stdout(`The people of the demonstration, and their passwords here:\n${lines.join('\n')}\n`);
}

async function passwordsIn(file: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Record<string, string>;
}

async function make(store: Store, person: DemoPerson, password: string, act: Act): Promise<void> {
  const email = addressOf(person);
  if (await store.people.byEmail(email)) return;
  const { id } = await store.people.add({ name: person.name, post: person.post, email, subject: null }, act);
  await store.accounts.set({ person: id, hash: await hashPassword(password), changedAt: act.at, temporary: false });
  for (const [role, unit] of person.grants) {
    await store.grants.add({ person: id, role, unit, from: dayOf(act.at), to: null }, act);
  }
}
