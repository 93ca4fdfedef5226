import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { getRequest, listRequests, revealField } from '#contract/requests-read.ts';
import { addNote, convertRequest, saveDraft, takeRequest } from '#contract/requests-write.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { verifyLog } from '#domain/audit/verify-log.ts';
import { logKeys } from '#server/audit/seal/log-keys.ts';
import { logItems } from '#server/audit/seal/log-source.ts';
import { webVerify } from '#server/audit/seal/web-verify.ts';
import { exportLog } from '#server/commands/export-log-node.ts';
import type { Database } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { scrubEmbedded } from '#server/db/scrub-embedded.ts';
import type { Deps, Tx } from '#server/deps.ts';
import { embeddedDir } from '#tests/db/embedded-dir.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { removeDir } from '#tests/db/shared-dir.ts';
import { huntFor } from '#tests/security/byte-hunt.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { deskOf } from '#tests/server/desk.ts';
import { deliver, newSite, type Site } from '#tests/server/intake-client.ts';
import { sealWholeLog } from '#tests/server/seal-log.ts';
import { type Destroyed, destroySubject } from './destroy-subject.ts';
import { OF_NO_SUBJECT, SUBJECT_STORES } from './subject-stores.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

/** Unique values of one subject: SAID comes from the applicant, WRITTEN is about the applicant. */
const SAID = {
  surname: 'Қызғалдақова',
  firstName: 'Мөлдіркүміс',
  email: 'kyzgaldak.zqw@poshta-zqw.example',
  phone: '+77011239847',
  message: 'Менің құпия-зқм әңгімем, ЖСН 000000000000 болсын',
  subjectLine: 'Тақырып-зқт',
  topic: 'Бөлім-зқб',
  os: 'Android-zqw-77',
  model: 'Telefon-zqw-9',
  ip: '203.0.113.241',
  point: 'nukte-zqw-3',
} as const;
const WRITTEN = { note: 'Жазба-зқж мәтіні', draft: 'Нобай-зқн мәтіні', reason: 'Себеп-зқс мәтіні' } as const;

type Case = { id: string; reference: string; subjectId: string; site: Site; delivery: string };

/** A request with data in every store: delivered, taken, with a note, a draft and a reveal with a reason. */
async function lived(app: TestApp): Promise<Case> {
  const officer = app.people.privacy_officer;
  const site = await newSite(app);
  const delivery = `form-${app.deps.newId()}`;
  const { surname, firstName, email, phone, message, subjectLine, topic, os, model, ip, point } = SAID;
  const device = { os, model };
  const network = { ip, connectionPoint: point };
  const body = { surname, firstName, email, phone, message, subjectLine, topic, device, network };
  const delivered = await deliver(app, site, { id: delivery, body });
  const { id, reference } = delivered.body;
  const converted = await deskOf(app).act(convertRequest, id, app.people.support, { type: 'deletion' });
  expect(converted.status).toBe(200);
  const on = { params: { id } };
  const note = await app.call(addNote, { ...on, body: { text: WRITTEN.note } }, officer);
  const draft = await app.call(
    saveDraft,
    { params: { id, kind: 'answer' }, version: 0, body: { text: WRITTEN.draft } },
    officer,
  );
  const reveal = { field: 'email', purpose: 'other', purposeText: WRITTEN.reason } as const;
  const revealed = await app.call(revealField, { ...on, body: reveal }, officer);
  const listed = await app.call(listRequests, { query: {} }, officer);
  expect([delivered.status, note.status, draft.status, revealed.status, listed.status]).toEqual([
    201, 201, 200, 200, 200,
  ]);
  expect(revealed.body.value).toBe(SAID.email);
  const { subject_id } = await deskOf(app).row(id);
  return { id, reference, subjectId: subject_id, site, delivery };
}

const destroy = ({ db, deps }: TestApp, subjectId: string): Promise<Destroyed> =>
  db.transaction((tx) => destroySubject(tx, deps, subjectId, around(deps)));

const around = (deps: Deps) => ({
  caller: { kind: 'system' as const },
  requestId: deps.newId(),
  method: 'TEST',
  route: '/test',
  at: deps.now(),
  newId: deps.newId,
  vault: deps.vault,
});

async function verdict({ db, deps }: TestApp) {
  const keys = (await logKeys(db.kysely, deps.vault)).flatMap((text) => parseVerifierKey(text) ?? []);
  return verifyLog({ items: logItems(db.kysely), keys, verify: webVerify, sha256 });
}

/** Every row of every table as text. */
async function everyRow(on: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'vault')`.execute(on.kysely);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql
      .raw<{ text: string }>(`select t::text as text from ${name} t`)
      .execute(on.kysely);
    texts.push(`${name}\n${rows.map(({ text }) => text).join('\n')}`);
  }
  return texts.join('\n');
}

/** The stored bytes of the subject: wrapped keys, keyed indexes, encrypted values and the MAC of the delivery. */
async function traces(on: Database, { subjectId, id }: Case): Promise<Record<string, Uint8Array>> {
  const { rows } = await sql<{ name: string; bytes: Uint8Array }>`
    select 'key ' || category as name, wrapped as bytes from vault.subject_key where subject_id = ${subjectId}
    union all select 'index ' || kind, mac from identifier where subject_id = ${subjectId}
    union all select 'encrypted ' || row_id || field, sealed from sealed_value where subject_id = ${subjectId}
    union all select 'mac of the delivery', body_mac from intake_receipt where request_id = ${id}`.execute(
    on.kysely,
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]));
}

describeEachDatabase('destroying a subject', (current, kind) => {
  let app: TestApp;
  let before: Record<string, Uint8Array>;
  let request: Case;
  let log: string;
  let destroyed: Destroyed;

  const logText = async () => {
    const { rows } = await sql<{ text: string }>`
      select e::text as text from audit_event e join audit_leaf l on l.event_id = e.id where l.ix < 5000 order by l.ix`.execute(
      current().superuser.kysely,
    );
    return rows.map(({ text }) => text);
  };

  beforeAll(async () => {
    app = await testApp(current().db);
    request = await lived(app);
    await sealWholeLog(app);
    before = await traces(current().superuser, request);
    log = (await logText()).join('\n');
    destroyed = await destroy(app, request.subjectId);
  });

  test('returns the number of rows destroyed by store', () => {
    expect(Object.keys(before).length).toBeGreaterThan(15);
    expect(destroyed).toMatchObject({
      'vault.subject_key': 7,
      sealed_value: 12,
      request_list: 1,
      identifier: 3,
      draft: 1,
      audit_detail: 1,
      intake_receipt: 1,
    });
  });

  test('leaves the sealed log unchanged, and it verifies completely', async () => {
    expect((await logText()).join('\n').startsWith(log)).toBe(true);
    await sealWholeLog(app);
    expect(await verdict(app)).toMatchObject({ state: 'verified', findings: [], pruned: 0 });
  });

  test('leaves none of the values in any table, in any form', async () => {
    const hunt = huntFor({ ...SAID, ...WRITTEN, ...before });
    expect(hunt.in(Buffer.from(await everyRow(current().superuser)), 'the tables')).toEqual([]);
    expect(hunt.in(Buffer.from(app.logLines.join('\n')), 'the program’s log')).toEqual([]);
  });

  test('leaves none of the values in an export of the log', async () => {
    const path = join(tmpdir(), `otinish-export-${app.deps.newId()}.jsonl`);
    await exportLog({ ...app.deps, seal: () => sealWholeLog(app) }, path);
    try {
      const bytes = readFileSync(path);
      expect(huntFor({ ...SAID, ...WRITTEN, ...before }).in(bytes, 'the export')).toEqual([]);
      expect(bytes.toString()).toContain(AUDIT_EVENTS['subject.destroyed'].code);
    } finally {
      rmSync(path);
    }
  });

  test('leaves a request that opens without contents and says why', async () => {
    const officer = app.people.privacy_officer;
    const { status, body } = await app.call(getRequest, { params: { id: request.id } }, officer);
    expect(status).toBe(200);
    expect(body).toMatchObject({ reference: request.reference, name: null, topic: null, extra: null });
    expect(body.destroyedAt).toBe(app.clock.now().toString({ smallestUnit: 'millisecond' }));
    const values = body.fields.map(({ value }: { value: unknown }) => value);
    expect(new Set(values)).toEqual(new Set([null]));
    const listed = await app.call(listRequests, { query: {} }, officer);
    expect(listed.status).toBe(200);
    const row = listed.body.items.find(({ id }: { id: string }) => id === request.id);
    expect(row).toMatchObject({ reference: request.reference });
    expect([row.name, row.preview]).toEqual([undefined, undefined]);
  });

  test('leaves nothing to reveal, and nothing new can be stored', async () => {
    const officer = app.people.privacy_officer;
    const on = { params: { id: request.id } };
    const reveal = { field: 'email', purpose: 'carry_out' } as const;
    const revealed = await app.call(revealField, { ...on, body: reveal }, officer);
    const noted = await app.call(addNote, { ...on, body: { text: 'Тағы бір жазба' } }, officer);
    const taken = await deskOf(app).act(takeRequest, request.id, officer);
    expect([revealed.status, noted.status, taken.status]).toEqual([404, 409, 200]);
  });

  test('is not undone when the site repeats its delivery', async () => {
    const again = { id: request.delivery, body: { message: SAID.message, surname: SAID.surname } };
    const { status } = await deliver(app, request.site, again);
    expect(status).toBe(409);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from intake_receipt where webhook_id = ${request.delivery}`.execute(app.db.kysely);
    expect(rows[0]?.n).toBe(1);
  });

  test('repeated, destroys nothing more and is logged again', async () => {
    const again = await destroy(app, request.subjectId);
    expect(new Set(Object.values(again))).toEqual(new Set([0]));
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from audit_event where object_ref = ${request.subjectId}`.execute(app.db.kysely);
    expect(rows[0]?.n).toBe(2);
  });

  test('is rolled back with its transaction', async () => {
    const other = await lived(app);
    const undone = app.db.transaction(async (tx) => {
      await destroySubject(tx, app.deps, other.subjectId, around(app.deps));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const { body } = await app.call(getRequest, { params: { id: other.id } }, app.people.privacy_officer);
    expect(body).toMatchObject({ destroyedAt: null, name: { shown: true } });
  });

  // PGlite has a single connection, so transactions cannot be concurrent.
  if (kind === 'postgres')
    test('leaves nothing written by a concurrent transaction', async () => {
      const other = await lived(app);
      const write = (text: string) =>
        app.call(addNote, { params: { id: other.id }, body: { text } }, app.people.privacy_officer);
      let during: Promise<{ status: number }> | undefined;
      await app.db.transaction(async (tx) => {
        await destroySubject(tx, app.deps, other.subjectId, around(app.deps));
        during = write('Жарыса жазылған бір');
        const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        await expect
          .poll(async () => (await waiting.execute(current().superuser.kysely)).rows.length)
          .toBe(1);
      });
      expect((await during)?.status).toBe(409);
      expect(await traces(current().superuser, other)).toEqual({ 'mac of the delivery': new Uint8Array() });
    });

  test('refuses to work outside a transaction', async () => {
    const bare = app.db.kysely as unknown as Tx;
    await expect(destroySubject(bare, app.deps, request.subjectId, around(app.deps))).rejects.toThrow(
      'one transaction',
    );
  });

  test('covers every column that could contain data of a subject', async () => {
    const { rows } = await sql<{ name: string; column: string; linked: boolean }>`
      select case table_schema when 'public' then '' else table_schema || '.' end || table_name as name, column_name as column,
        exists (select from information_schema.columns c where (c.table_schema, c.table_name) = (k.table_schema, k.table_name)
          and c.column_name in ('subject_id', 'applicant_id')) as linked
      from information_schema.columns k
      where table_schema in ('public', 'vault') and (data_type = 'bytea' or column_name ~ '(sealed|mac|token|hash)')`.execute(
      current().superuser.kysely,
    );
    const known = Object.entries(SUBJECT_STORES).flatMap(([table, { columns }]) =>
      columns.map((column) => `${table}.${column}`),
    );
    const unknown = rows.filter(
      ({ name, column }) => !known.includes(`${name}.${column}`) && !(`${name}.${column}` in OF_NO_SUBJECT),
    );
    expect(unknown).toEqual([]);
    const { rows: linked } = await sql<{ name: string }>`
      select distinct case table_schema when 'public' then '' else table_schema || '.' end || table_name as name
      from information_schema.columns where column_name = 'subject_id' and table_schema in ('public', 'vault')`.execute(
      current().superuser.kysely,
    );
    const stores = [...Object.keys(SUBJECT_STORES), 'request'];
    expect(linked.filter(({ name }) => !stores.includes(name))).toEqual([]);
  });
});

describe('the files of the embedded database', () => {
  test('contain neither keys nor indexes of a destroyed subject once scrubbed', async () => {
    const dir = await embeddedDir();
    const db = await openEmbedded({ dir });
    try {
      const app = await testApp(db);
      const request = await lived(app);
      await sealWholeLog(app);
      // ANALYZE copies sample values to the catalogue, and WAL segments are recycled with their contents.
      await db.owner.session((session) => sql`vacuum analyze`.execute(session), { budgetMs: 60_000 });
      await sql`select pg_switch_wal()`.execute(db.owner.kysely);
      await db.checkpoint();
      const all = await traces(db.owner, request);
      const keys = Object.fromEntries(Object.entries(all).filter(([name]) => /^(key|index) /.test(name)));
      const hunt = huntFor(keys);
      await destroy(app, request.subjectId);
      expect(hunt.inDirectory(dir).length).toBeGreaterThan(0);
      await scrubEmbedded(db.owner);
      expect(hunt.inDirectory(dir)).toEqual([]);
      expect(huntFor({ ...SAID, ...WRITTEN }).inDirectory(dir)).toEqual([]);
      await sealWholeLog(app);
      expect(await verdict(app)).toMatchObject({ state: 'verified', findings: [] });
    } finally {
      await db.close();
      await removeDir(dir);
    }
  });
});
