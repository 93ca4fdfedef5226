/** Restores as docs/operations.md describes them: what is checked before data are touched, and what the log says after. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#server/db/migrate.ts';
import { MIGRATIONS } from '#server/db/migrations/list.ts';
import { APP_ROLE } from '#server/db/pglite.ts';
import { openEmbedded, restoreEmbedded } from '#server/db/pglite-node.ts';
import { layCanary } from '#server/system/canary.ts';
import { loadOrCreateKeyFile } from '#server/vault/key-file-node.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { SUPERUSER } from '#tests/db/postgres-cluster.ts';
import { deliver, openDesk } from './client.ts';
import { ownCluster } from './cluster.ts';
import { command } from './command.ts';
import { clearAway, firstLink, newPlace, type Place, preparedPlace, startProgram } from './program.ts';

afterAll(clearAway);

/** Runs the server for some work and stops it, with everything sealed and published. */
async function served(place: Place, work: (base: string, link: () => Promise<string>) => Promise<void>) {
  const program = startProgram(place);
  await program.ready();
  await work(program.base, () => firstLink(program));
  program.signal('SIGTERM');
  expect(await program.ended, program.output()).toBe(0);
}

/** A desk with a backup, and five deliveries after it. */
async function lived(place: Place, backUp: () => Promise<void>): Promise<{ line: string }> {
  let secret = '';
  await served(place, async (base, link) => {
    secret = (await openDesk(base, await link(), 1)).secrets[0] ?? '';
  });
  const { output: line } = await command(['log-key'], place.env);
  await backUp();
  await served(place, async (base) => {
    for (let n = 0; n < 5; n += 1) await deliver(base, secret, { message: `Сұрақ ${n}` });
  });
  return { line };
}

/** After a legitimate restore: one line to hand out, and exit 3 with the reason for either line. */
async function expectSetBack(place: Place, former: string): Promise<void> {
  await served(place, async () => undefined);
  const { output: line } = await command(['log-key'], place.env);
  expect(line.trim().split('\n')).toHaveLength(1);
  expect(line).not.toBe(former);
  for (const key of [former, line]) {
    const checkpoints = place.env.OTINISH_CHECKPOINTS ?? `${place.dataDir}-log/checkpoints`;
    const { code, output } = await command(['verify', '--key', key, '--checkpoints', checkpoints], place.env);
    expect([code, output]).toEqual([
      3,
      expect.stringMatching(/^SET BACK {2}On .* from event \d+ to event \d+/m),
    ]);
    expect(output).not.toContain('CHANGED');
  }
}

describe('a dump of the embedded database', () => {
  let place: Place;
  let dump: string;
  let line: string;
  beforeAll(async () => {
    place = await preparedPlace();
    ({ line } = await lived(place, async () => {
      expect((await command(['backup'], place.env)).code).toBe(0);
    }));
    dump = join(place.dataDir, 'backups', readdirSync(join(place.dataDir, 'backups'))[0] ?? '');
  });

  const clusters = ({ dataDir }: Place) =>
    existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.startsWith('cluster')) : [];

  it('is refused without the key, and with another, before anything is touched', async () => {
    const elsewhere = `${place.keyFile}.elsewhere`;
    renameSync(place.keyFile, elsewhere);
    const missing = await command(['restore', dump], place.env);
    expect([missing.code, missing.output]).toEqual([1, expect.stringMatching(/its file \S+ is not there/)]);
    expect([existsSync(place.keyFile), clusters(place)]).toEqual([false, ['cluster']]);

    loadOrCreateKeyFile({ path: place.keyFile, dataExists: false, dataDirectory: null });
    const wrong = await command(['restore', dump], place.env);
    expect([wrong.code, wrong.output]).toEqual([
      1,
      expect.stringMatching(/not the one this dump was encrypted with/),
    ]);
    expect(clusters(place)).toEqual(['cluster']);
    rmSync(place.keyFile);
    renameSync(elsewhere, place.keyFile);
    await served(place, async () => undefined);
  });

  it('is refused on a bare machine until the key is there', async () => {
    const bare = await newPlace();
    const early = await command(['restore', dump], bare.env);
    expect([early.code, early.output]).toEqual([1, expect.stringMatching(/is not there[\s\S]*Put the copy/)]);
    expect([existsSync(bare.keyFile), clusters(bare)]).toEqual([false, []]);
    mkdirSync(join(bare.dir, 'keys'), { mode: 0o700 });
    cpSync(place.keyFile, bare.keyFile);
    expect(await command(['restore', dump], bare.env)).toMatchObject({ code: 0 });
    await served(bare, async () => undefined);
  });

  it('says plainly that there is no such file, wherever the operator stands', async () => {
    const { code, output } = await command(['restore', 'no-such.tar.gz'], {
      ...place.env,
      OTINISH_FROM: place.dir,
    });
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(`${place.dir}/no-such.tar.gz cannot be read: there is no such file.`),
    ]);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('restored, leaves one line of the key to hand out, and the former line verifies the log', async () => {
    expect(await command(['restore', dump], place.env)).toMatchObject({ code: 0 });
    await expectSetBack(place, line);
  });
});

it('a release that changes the embedded schema writes a dump of the former one first', async () => {
  const place = await newPlace();
  const now = Temporal.Instant.from('2026-11-20T04:00:00Z');
  const former = MIGRATIONS.slice(0, -1);
  const db = await openEmbedded({ dir: place.dataDir });
  await migrate(db.owner, { appRole: APP_ROLE, now, migrations: former });
  const { ring } = loadOrCreateKeyFile({ path: place.keyFile, dataExists: false, dataDirectory: null });
  await layCanary(db.owner.kysely, nodeVault(ring), now);
  await db.close();

  await served(place, async () => undefined);
  const [dump = '', ...more] = readdirSync(join(place.dataDir, 'backups'));
  expect(more).toEqual([]);
  let found: readonly string[] = [];
  await restoreEmbedded(
    join(place.dir, 'tried'),
    new Uint8Array(readFileSync(join(place.dataDir, 'backups', dump))),
    ({ migrations }) => {
      found = migrations;
    },
  );
  expect(found.toSorted()).toEqual(former.map(({ id }) => id));
});

it('PostgreSQL is dumped, and restored on another server, by the commands of the manual', async () => {
  const [own, other] = [await ownCluster(), await ownCluster()];
  const place = await newPlace(own.env);
  const manual = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const [dumping = '', restoring = ''] = [
    ...manual.slice(manual.indexOf('**PostgreSQL.** Use its own')).matchAll(/^```sh\n([\s\S]*?)^```$/gm),
  ].map(([, block]) => block);
  const cli = join(import.meta.dirname, '../../src/server/cli.ts');
  const run = (script: string, env: NodeJS.ProcessEnv) =>
    execFileSync('bash', ['-eu', '-c', `otinish() { '${process.execPath}' '${cli}' "$@"; }\n${script}`], {
      cwd: place.dir,
      env,
      encoding: 'utf8',
    });
  const { line } = await lived(place, async () => void run(dumping, place.env));
  const [dump = ''] = readdirSync(place.dir).filter((name) => name.endsWith('.dump'));

  const there: Place = { ...place, env: { ...place.env, ...other.env } };
  const said = run(restoring.replace(/^DUMP=.*$/m, `DUMP='${dump}'`), {
    ...there.env,
    ADMIN_URL: other.cluster.url(SUPERUSER, 'postgres'),
  });
  expect(said).toContain('The schema is current.');
  await expectSetBack(there, line);
  await own.remove();
  await other.remove();
});
