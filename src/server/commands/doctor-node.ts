/** `doctor`: looks at everything an installation needs, and says in a line each what is wrong and what to do. */
import { type Checked, checked, wordsOf } from './checked.ts';
import { CHECKS_HERE } from './checks-here-node.ts';
import { CHECKS_OF_DATABASE } from './checks-of-database.ts';
import type { LocalCommand, ServedCommand } from './command.ts';
import { served } from './command.ts';

const MARK = { ok: 'ok   ', look: 'LOOK ', fault: 'FAULT' } as const satisfies Record<
  Checked['state'],
  string
>;

/** The part that needs the database; run by the server where one has it open. */
export const databaseChecks: ServedCommand = served<readonly Checked[]>({
  name: 'doctor-database',
  help: 'what doctor asks of the database',
  work: (serving) => checked(CHECKS_OF_DATABASE, serving),
  print: () => undefined,
});

export const doctorCommand: LocalCommand = {
  name: 'doctor',
  help: 'check key, database, clock, calendar, mail, space, checkpoints, backups and environment',
  more: 'Changes nothing. Exit code 0 when nothing is at fault, 1 otherwise; lines with LOOK are advice.',
  run: async (given) => {
    const found = [...(await checked(CHECKS_HERE, given)), ...(await fromDatabase(given))];
    for (const { name, state, says } of found) given.say(`${MARK[state]}  ${name.padEnd(12)} ${says}`);
    const faults = found.filter(({ state }) => state === 'fault').length;
    given.say(faults === 0 ? 'Nothing is at fault.' : `At fault: ${faults}.`);
    return faults === 0 ? 0 : 1;
  },
};

async function fromDatabase({ ask }: Parameters<LocalCommand['run']>[0]): Promise<readonly Checked[]> {
  try {
    return (await ask(databaseChecks)(null)) as readonly Checked[];
  } catch (error) {
    return [{ name: 'database', state: 'fault', says: wordsOf(error) }];
  }
}
