/** `status`: in a few lines what runs here, on which data, and how far the log is sealed. */
import { sql } from 'kysely';
import { sealedUpTo } from '#server/audit/seal/log-cursor.ts';
import { newestSigned } from '#server/audit/seal/sign.ts';
import { backupsKept } from '#server/settings/backups.ts';
import type { Given, LocalCommand, ServedCommand, Serving } from './command.ts';
import { served } from './command.ts';
import { probe } from './probe-node.ts';

type Facts = {
  database: string;
  events: number;
  sealed: number;
  signedAt: string | null;
  backup: string | null;
  letters: number;
  failing: readonly string[];
};

export const databaseFacts: ServedCommand = served<Facts>({
  name: 'status-database',
  help: 'what status asks of the database',
  work: factsOf,
  print: () => undefined,
});

export const statusCommand: LocalCommand = {
  name: 'status',
  help: 'say in a few lines what runs here and on which data',
  run: async (given) => {
    const { environment, say, version } = given;
    const answer = await probe(environment);
    say(`Release   ${version}`);
    say(
      `Server    ${answer === null ? 'does not run' : `${answer.ready ? 'ready' : `not ready (${answer.why})`} at ${answer.at}`}`,
    );
    say(`Opened at ${environment.origin}`);
    await sayFacts(given);
    return answer?.ready ? 0 : 1;
  },
};

async function sayFacts({ ask, say, environment }: Given): Promise<void> {
  const facts = (await ask(databaseFacts)(null)) as Facts;
  say(`Database  ${facts.database}${environment.databaseUrl === null ? ` in ${environment.dataDir}` : ''}`);
  say(`Log       ${facts.events} events, sealed to ${facts.sealed}, signed ${facts.signedAt ?? 'never'}`);
  say(
    `Backup    ${environment.databaseUrl === null ? (facts.backup ?? 'none yet') : 'with PostgreSQL’s own tools'}`,
  );
  say(`Letters   ${facts.letters} waiting`);
  say(`Jobs      ${facts.failing.length === 0 ? 'none failing' : `failing: ${facts.failing.join(', ')}`}`);
}

async function factsOf({ deps: { db } }: Serving): Promise<Facts> {
  const { rows } = await sql<{ events: number; letters: number }>`
    select (select count(*)::int from audit_event) as events,
      (select count(*)::int from outbox where state in ('queued', 'sending', 'unknown')) as letters`.execute(
    db.kysely,
  );
  const failing = await db.kysely.selectFrom('job').select('name').where('last_ok', '=', false).execute();
  const { last } = await db.transaction((tx) => backupsKept(tx));
  return {
    database: db.kind === 'pglite' ? 'embedded' : 'PostgreSQL',
    events: rows[0]?.events ?? 0,
    sealed: (await sealedUpTo(db.kysely)).size,
    signedAt: (await newestSigned(db.kysely))?.at ?? null,
    backup: last,
    letters: rows[0]?.letters ?? 0,
    failing: failing.map(({ name }) => name),
  };
}
