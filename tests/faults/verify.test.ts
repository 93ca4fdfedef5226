/** Changes a copy of the database directly, each time in another way, and checks what `npm run verify` reports. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { splitNotes } from '#domain/audit/note.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { SUPERUSER } from '#tests/db/postgres-cluster.ts';
import { call, deliver, openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { command } from './command.ts';
import { clearAway, firstLink, kill, measured, newPlace, type Place, startProgram } from './program.ts';

/** A condition for the event of leaf 12. */
const AT = `id = (select event_id from audit_leaf where ix = 12)`;
const OTHER = `id = (select event_id from audit_leaf where ix = 13)`;

const CHANGES: Readonly<Record<string, string>> = {
  'a text changed': `update audit_event set body = replace(body, '"outcome":"success"', '"outcome":"denied"') where ${AT}`,
  'a text and its leaf changed': `update audit_event set body = body || ' ' where ${AT}; update audit_leaf set leaf = sha256('\\x00'::bytea || convert_to((select body from audit_event where ${AT}), 'UTF8')) where ix = 12`,
  'a time changed': `update audit_event set at = at - interval '1 day' where ${AT}`,
  'a person changed': `update audit_event set actor = gen_random_uuid() where ${AT}`,
  'an action changed': `update audit_event set code = 'XX999' where ${AT}`,
  'an object changed': `update audit_event set object_ref = 'elsewhere' where ${AT}`,
  'an outcome changed': `update audit_event set outcome = 'failure' where ${AT}`,
  'a purpose changed': `update audit_event set purpose = 'other' where ${AT}`,
  'an event deleted': `delete from audit_event where ${AT}`,
  'a leaf deleted': `delete from audit_leaf where ix = 12`,
  'an event and its leaf deleted': `delete from audit_event where ${AT}; delete from audit_leaf where ix = 12`,
  'a leaf deleted and the others moved up': `delete from audit_leaf where ix = 12; update audit_leaf set ix = ix - 1000000 where ix > 12; update audit_leaf set ix = ix + 999999 where ix < 0`,
  'a leaf overwritten': `update audit_leaf set leaf = sha256('x') where ix = 12`,
  'two events exchanged': `update audit_leaf set ix = -1 where ix = 12; update audit_leaf set ix = 12 where ix = 13; update audit_leaf set ix = 13 where ix = -1`,
  'two texts exchanged': `create temp table t as select (select body from audit_event where ${AT}) a, (select body from audit_event where ${OTHER}) b; update audit_event set body = (select b from t) where ${AT}; update audit_event set body = (select a from t) where ${OTHER}`,
  'an event slipped in before the end': `insert into audit_event (id, epoch, xid, at, code, outcome, body) select gen_random_uuid(), 1, '1', at, code, outcome, body from audit_event where ${AT}`,
  'the newest events cut off': `delete from audit_leaf where ix >= 12; delete from audit_signature where size > 12; delete from audit_checkpoint where size > 12; delete from audit_event e where not exists (select from audit_leaf l where l.event_id = e.id)`,
  'a checkpoint replaced': `update audit_signature set note = (select note from audit_signature order by size limit 1) where size = (select max(size) from audit_signature)`,
  'a signature spoilt': `update audit_signature set note = replace(note, 'otinish-log', 'otinish-lag') where size = (select max(size) from audit_signature)`,
  'what a list showed forged': `insert into audit_mention (object_ref, ix, actor, at) select gen_random_uuid(), ix, actor, at from audit_mention order by ix limit 1`,
  'what a list showed forged below the first event': `insert into audit_mention (object_ref, ix, actor, at) select object_ref, -1, actor, at from audit_mention order by ix limit 1`,
  'who saw a list forged': `update audit_mention set actor = gen_random_uuid() where ix = (select min(ix) from audit_mention)`,
  'an event of its own, waiting to be sealed': `insert into audit_event (id, epoch, xid, at, code, outcome, body) select gen_random_uuid(), 1, '2', at, code, outcome, replace(body, id::text, '00000000-0000-7000-8000-000000000001') from audit_event where ${AT}`,
  'a text pruned by an account from 2030': `with victim as (select l.ix, e.id from audit_leaf l join audit_event e on e.id = l.event_id where e.code like 'SY%' and l.ix > 0 order by l.ix limit 1), emptied as (update audit_event e set body = null from victim v where e.id = v.id), pruned as (insert into audit_pruned (ix, event_id) select ix, '00000000-0000-7000-8000-0000000000aa' from victim) insert into audit_event (id, at, code, outcome, body) select '00000000-0000-7000-8000-0000000000aa', '2030-01-01', 'LG003', 'success', '{"v":2,"id":"00000000-0000-7000-8000-0000000000aa","at":"2030-01-01T00:00:00.000Z","code":"LG003","event":"log.pruned","outcome":"success","actor":{"kind":"system"},"count":1,"data":{"class":"system","before":"2029-01-01T00:00:00.000Z","count":1,"digest":"' || encode(sha256(convert_to(ix || E'\\n', 'UTF8')), 'hex') || '","complete":true,"kinds":1}}' from victim`,
  'a reason overwritten': `update audit_detail set sealed = '\\x01' where event_id = (select event_id from audit_detail order by event_id limit 1)`,
  'a reason exchanged': `update audit_detail set sealed = (select sealed from audit_detail order by event_id desc limit 1) where event_id = (select event_id from audit_detail order by event_id limit 1)`,
  'a reason deleted': `delete from audit_detail where event_id = (select event_id from audit_detail order by event_id limit 1)`,
  'when a list was seen forged': `update audit_mention set at = at - interval '1 day' where ix = (select min(ix) from audit_mention)`,
};

afterAll(clearAway);

describe('npm run verify', () => {
  let own: OwnCluster;
  let place: Place;
  let key: string;

  beforeAll(async () => {
    own = await ownCluster();
    place = await newPlace(own.env);
    const program = startProgram(place);
    await program.ready();
    const desk = await openDesk(program.base, await firstLink(program), 1);
    for (let at = 0; at < 6; at += 1) {
      await deliver(program.base, desk.secrets[0] ?? '', { message: `Сұрақ ${at}` });
      await call(program.base, '/api/requests?view=open', { method: 'GET', as: desk.officer });
    }
    await projected(own.cluster.url(SUPERUSER, 'otinish'), `${place.dataDir}-log/checkpoints`);
    await kill(program);
    key = (await command(['log-key'], place.env)).output.trim();
  });
  afterAll(() => own?.remove());

  it('finds nothing in the database as it was left', async () => {
    const { code, output } = await verify(own.env.DATABASE_URL);
    expect([code, output]).toEqual([0, expect.stringContaining('nothing was changed')]);
  });

  it.each(Object.entries(CHANGES))('finds %s, says where and ends with 2', async (name, statements) => {
    const copy = `copy_${Object.keys(CHANGES).indexOf(name)}`;
    const admin = openPostgres({
      url: own.cluster.url(SUPERUSER, 'postgres'),
      maxSessions: 1,
      budgetMs: 60_000,
    });
    await admin.session((session) => sql.raw(`create database ${copy} template otinish`).execute(session), {
      budgetMs: 60_000,
    });
    await admin.close();
    const superuser = openPostgres({ url: own.cluster.url(SUPERUSER, copy), maxSessions: 1 });
    await superuser.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      for (const statement of statements.split('; ')) await sql.raw(statement).execute(tx);
    });
    await superuser.close();
    const { code, output } = await verify(own.cluster.url('otinish_app', copy));
    measured(`${name}: ${output.split('\n').find((line) => line.startsWith('CHANGED'))}`);
    expect([code, output]).toEqual([
      2,
      expect.stringMatching(/^CHANGED {2}(?:events?|checkpoint over) [\da-f]+/m),
    ]);
  });

  const verify = (url: string) =>
    command(['verify', '--key', key, '--checkpoints', `${place.dataDir}-log/checkpoints`], {
      ...place.env,
      DATABASE_URL: url,
      OTINISH_MIGRATE_URL: '',
    });
});

/** Waits until everything is sealed, published and projected. */
async function projected(url: string, checkpoints: string): Promise<void> {
  const db = openPostgres({ url, maxSessions: 1 }); // closed again: a database in use cannot be copied
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = await sql<{ events: number; whole: boolean; mentions: boolean }>`
      select (select count(*) from audit_event) as events,
        (select count(*) from audit_event) = (select max(size) from audit_signature) as whole,
        (select max(size) from audit_projection) = (select max(size) from audit_checkpoint) and exists (select from audit_mention) as mentions`.execute(
      db.kysely,
    );
    const last = existsSync(checkpoints) ? splitNotes(readFileSync(checkpoints, 'utf8')).at(-1) : undefined;
    const published = last === undefined ? 0 : parseCheckpoint(last).size;
    if (rows[0]?.whole && rows[0].mentions && published === rows[0].events) return db.close();
    await sleep(100);
  }
  await db.close();
  throw new Error('the log was not sealed in time');
}
