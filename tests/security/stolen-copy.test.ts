/**
 * A stolen copy of the database (its files, a dump, a backup) contains no personal text, password or token in clear.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '#contract/index.ts';
import type { Database } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { plant } from '#tests/access/canaries.ts';
import { allowedCall, answeredIds, send } from '#tests/access/ready-call.ts';
import { newStage } from '#tests/access/scene.ts';
import { embeddedDir } from '#tests/db/embedded-dir.ts';
import { sharedCluster, withDatabase } from '#tests/db/harness.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { deskOf } from '#tests/server/desk.ts';
import { deliver, newSite } from '#tests/server/intake-client.ts';
import { huntFor } from './byte-hunt.ts';

const cleanup: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const step of cleanup.toReversed()) await step();
});

it('a value is found in every form it may have been written in', () => {
  const value = 'жасырын мәтін';
  const bytes = Buffer.from(value);
  const forms = [
    bytes,
    bytes.toString('hex'),
    ...[0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before, 7), bytes]).toString('base64')),
    bytes.toString('base64url'),
    encodeURIComponent(value),
    Buffer.from(value, 'utf16le'),
    value.toUpperCase(),
    [...bytes].map((byte) => (byte === 32 ? ' ' : `\\${byte.toString(8)}`)).join(''),
  ];
  const hunt = huntFor({ value });
  const around = (form: string | Buffer) =>
    Buffer.concat([Buffer.from('…'), Buffer.from(form), Buffer.from('.')]);
  expect(forms.filter((form) => hunt.in(around(form), 'here').length === 0)).toEqual([]);
});

describe('of a day’s work, with 0 planted values in clear', () => {
  it('the files of the embedded database and its backup', async () => {
    const dir = await embeddedDir();
    const db = await openEmbedded({ dir });
    cleanup.push(
      () => removeDir(dir),
      () => db.close(),
    );
    const app = await testApp(db);
    const { secrets, known } = await work(app);
    const hunt = huntFor(secrets);
    const dump = join(dir, 'dump.tar.gz');
    await db.dump(dump); // begins with a checkpoint, so the files now hold everything
    const backup = gunzipSync(readFileSync(dump));

    expect(hunt.inDirectory(dir)).toEqual([]);
    expect(hunt.in(backup, 'the backup')).toEqual([]);
    expect(hunt.in(Buffer.from(app.logLines.join('\n')), 'the program’s log')).toEqual([]);
    // The same search finds what is stored in clear on purpose, which proves that it works.
    expect(huntFor(known).inDirectory(dir).length).toBeGreaterThanOrEqual(Object.keys(known).length);
    await opensNothing(app, db);
  });

  it('the files of PostgreSQL and what pg_dump writes', async () => {
    const database = await withDatabase('postgres');
    cleanup.push(() => database.close());
    const app = await testApp(database.db);
    const { secrets, known } = await work(app);
    const hunt = huntFor(secrets);
    const url = database.urls?.superuser ?? '';
    await sql`checkpoint`.execute(database.superuser.kysely);
    const { rows } = await sql<{ path: string }>`select pg_relation_filepath('request') as path`.execute(
      database.superuser.kysely,
    );
    const files = join((await sharedCluster()).dir, 'data', rows[0]?.path ?? '', '..');
    const dump = execFileSync(pgDump(), ['--dbname', url], { maxBuffer: 200_000_000 });

    expect(hunt.inDirectory(files)).toEqual([]);
    expect(hunt.in(dump, 'the dump')).toEqual([]);
    expect(hunt.in(Buffer.from(app.logLines.join('\n')), 'the program’s log')).toEqual([]);
    expect(huntFor(known).inDirectory(files).length).toBeGreaterThanOrEqual(Object.keys(known).length);
    expect(huntFor(known).in(dump, 'the dump').length).toBeGreaterThanOrEqual(Object.keys(known).length);
    await opensNothing(app, database.db);
  });
});

const PASSWORD = 'қырық қасқыр көшкен көктем';
const CALLER = { address: '192.0.2.231', headers: { 'user-agent': 'kanarey-agent/77.1' } };

/** Calls every endpoint once, and enters a unique value for each text, password and secret; returns these values. */
async function work(
  app: TestApp,
): Promise<{ secrets: Record<string, string | Uint8Array>; known: Record<string, string> }> {
  const stage = await newStage(app);
  const desk = deskOf(app);
  const { people } = app;
  const secrets: Record<string, string | Uint8Array> = {};
  for (const id of answeredIds) {
    const call = await allowedCall(stage, id);
    await send(call);
    const { token } = call.scene.caller ?? { token: null };
    if (token) keepToken(`session of ${id}`, token);
  }
  for (const [name, { token }] of Object.entries(people)) keepToken(`session of ${name}`, token);

  const planted = await plant(app, 'deletion');
  for (const { value, class: fieldClass } of planted.canaries) secrets[`${fieldClass} ${value}`] = value;
  const text = (name: string) => {
    secrets[name] = `жасырын${name}мәтіні ${name}-qzx`;
    return String(secrets[name]);
  };
  const { id, reference } = planted;
  const officer = people.privacy_officer;
  const { secret } = await newSite(app);
  keepSecret('secret of a site', secret);
  await deliver(app, { secret }, { body: { message: text('delivery'), surname: text('sender') } });
  const on = { params: { id } };
  await app.call(ENDPOINTS.addCallNote, { ...on, body: { text: text('callnote') } }, people.support);
  await app.call(ENDPOINTS.addNote, { ...on, body: { text: text('note') } }, officer);
  const draft = { params: { id, kind: 'answer' as const }, version: 0, body: { text: text('draft') } };
  await app.call(ENDPOINTS.saveDraft, draft, officer);
  const at = app.clock.now().toString();
  const done = [
    await desk.act(ENDPOINTS.takeRequest, id, officer),
    await desk.act(ENDPOINTS.proposeDecision, id, officer, {
      outcome: 'fulfilled',
      grounds: [],
      evidence: text('evidence'),
    }),
    await desk.act(ENDPOINTS.approveDecision, id, people.second_officer, { reference }),
    await desk.act(ENDPOINTS.answerOutside, id, officer, { channel: 'phone', at, text: text('answer') }),
    await desk.act(ENDPOINTS.closeRequest, id, officer, {
      outcome: 'fulfilled',
      evidence: text('execution'),
    }),
    await desk.act(ENDPOINTS.reopenRequest, id, officer, { reason: text('reason') }),
  ];
  expect(done.map(({ status }) => status)).toEqual(done.map(() => 200));
  const email = planted.canaries.find(({ value }) => value.includes('@'))?.value ?? '';
  await app.call(ENDPOINTS.searchRequests, { body: { kind: 'email', value: email } }, officer);
  await app.call(
    ENDPOINTS.compareField,
    { ...on, body: { field: 'email', value: text('guess') } },
    people.support,
  );
  await app.call(
    ENDPOINTS.disableStaff,
    {
      params: { id: (await app.person(['support'])).id },
      version: 1,
      body: { reason: text('farewell') },
    },
    people.administrator,
  );

  const made = await app.call(
    ENDPOINTS.createIntakeSecret,
    { body: { name: 'site of the copy' } },
    people.administrator,
  );
  keepSecret('secret made in settings', made.body.secret);
  const smtp = {
    host: '127.0.0.1',
    port: 2525,
    security: 'none',
    user: 'desk',
    from: 'desk@desk.example',
    fromName: '',
  } as const;
  const { body: settings } = await app.call(ENDPOINTS.readSettings, {}, people.administrator);
  const changed = await app.call(
    ENDPOINTS.changeSettings,
    { version: settings.version, body: { smtp: { ...smtp, password: text('smtp') } } },
    people.administrator,
  );
  expect([made.status, changed.status]).toEqual([201, 200]);

  const invited = { name: 'Көшірме Қызметкері', email: 'koshirme@desk.example', roles: ['support' as const] };
  const link = await app.call(ENDPOINTS.inviteStaff, { body: invited }, people.administrator);
  const unused = await app.call(
    ENDPOINTS.inviteStaff,
    { body: { ...invited, email: 'ekinshi@desk.example' } },
    people.administrator,
  );
  const token = /#([\w-]{43})/.exec(link.body.link)?.[1] ?? '';
  keepToken('used invitation', token);
  keepToken('open invitation', /#([\w-]{43})/.exec(unused.body.link)?.[1] ?? '');
  const accepted = await app.call(
    ENDPOINTS.acceptLink,
    { body: { token, password: PASSWORD } },
    null,
    CALLER,
  );
  expect(accepted.status).toBe(200);
  keepToken('session by link', /sid=([^;]+)/.exec(accepted.headers.get('set-cookie') ?? '')?.[1] ?? '');
  const wrong = { email: 'kanarey.kirushi@poshta.example', password: `${PASSWORD} емес` };
  await app.call(ENDPOINTS.signIn, { body: wrong }, null, CALLER);
  Object.assign(secrets, {
    'a password': PASSWORD,
    'a wrong password': wrong.password,
    'an address that tried to sign in': wrong.email,
    'address of a caller': CALLER.address,
    'program of a caller': CALLER.headers['user-agent'],
  });
  return { secrets, known: { 'name of a colleague': invited.name, 'name of a site': 'site of the copy' } };

  function keepToken(name: string, given: string): void {
    secrets[name] = given;
    secrets[`${name}, decoded`] = Buffer.from(given, 'base64url');
  }
  function keepSecret(name: string, given: string): void {
    secrets[name] = given.replace(/^whsec_/, '');
    secrets[`${name}, decoded`] = Buffer.from(given.replace(/^whsec_/, ''), 'base64');
  }
}

/** The session table holds only hashes, which are no valid tokens in any encoding. */
async function opensNothing(app: TestApp, db: Database): Promise<void> {
  const rows = await db.kysely.selectFrom('session').select('id_hash').execute();
  expect(rows.length).toBeGreaterThan(5);
  for (const { id_hash } of rows.slice(0, 20))
    for (const form of ['hex', 'base64', 'base64url'] as const) {
      const token = Buffer.from(id_hash).toString(form);
      const answer = await app.call(ENDPOINTS.listStaffNames, {}, { token });
      expect(answer.status).toBe(401);
    }
}

function pgDump(): string {
  const root = '/usr/lib/postgresql';
  const found = readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin/pg_dump'))
    .find(existsSync);
  if (!found) throw new Error(`no pg_dump under ${root}`);
  return found;
}
