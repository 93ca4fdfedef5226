/**
 * An attacker with every right on the database and without the key file writes, dates, removes and rewrites what the
 * log contains before it is sealed, and lets the server seal and sign it. Verification must name each place.
 */
import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { revealField } from '#contract/requests-read.ts';
import { healthReady } from '#contract/system.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { indexDigest } from '#domain/audit/pruning.ts';
import { type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import { macOf } from '#server/audit/record/event-mac.ts';
import { bySystem, type Fact, record } from '#server/audit/record/record.ts';
import { acceptClock, eventAhead } from '#server/audit/seal/clock-check.ts';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import { logKeys } from '#server/audit/seal/log-keys.ts';
import { logItems } from '#server/audit/seal/log-source.ts';
import { type SealedStep, sealStep } from '#server/audit/seal/seal.ts';
import { signCommitted } from '#server/audit/seal/sign.ts';
import { webVerify } from '#server/audit/seal/web-verify.ts';
import { strayEvents } from '#server/audit/verify/stray-events.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';
import { destroySubject } from '#server/subjects/destroy-subject.ts';
import { type Seeded, seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { sealWholeLog, untilBehindHorizon } from '#tests/server/seal-log.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

type Seen = Omit<Verdict, 'strays'> & { strays: readonly string[] };

describeEachDatabase('a log forged below the application', (current) => {
  let app: TestApp;

  const write = (...facts: readonly Fact[]) =>
    app.db.transaction((tx) => record(tx, facts, bySystem(app.deps, app.clock.now(), 'JOB', 'test')));
  const written = async (fact: Fact): Promise<string> => (await write(fact))[0] ?? '';
  const ixOf = async (id: string) =>
    (await app.db.kysely.selectFrom('audit_leaf').select('ix').where('event_id', '=', id).executeTakeFirst())
      ?.ix;
  /** As `npm run verify` on the database: with the key file. */
  const verdict = async (on: Kysely<Tables> = app.db.kysely, withKey = true): Promise<Seen> => {
    const { vault } = app.deps;
    const found = await verifyLog({
      items: logItems(on, { vault }),
      keys: (await logKeys(on, vault)).flatMap((text) => parseVerifierKey(text) ?? []),
      verify: webVerify,
      sha256,
      ...(withKey ? { macOf: (text: string) => macOf(vault, text) } : {}),
    });
    return { ...found, strays: await strayEvents(on) };
  };
  const asAttacker = (work: (tx: Tx) => Promise<unknown>) =>
    current().superuser.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await work(tx);
    });
  const run = (statement: string) => asAttacker((tx) => sql.raw(statement).execute(tx));
  const step = async (limit = 5_000): Promise<SealedStep> => {
    const { db, deps } = app;
    // A transaction of another test file in the same cluster holds back what can be sealed.
    await untilBehindHorizon(db);
    const sealed = await sealStep({
      db,
      now: deps.now(),
      newId: deps.newId,
      vault: deps.vault,
      sha256,
      limit,
    });
    await signCommitted(db, await logKeyOf(deps.vault), deps.now());
    if (sealed.state === 'busy') throw new Error('no other process seals here');
    return sealed;
  };
  /** A copy of a body as an attacker writes it: with other members, and whatever MAC it had. */
  const insertForged = (tx: Tx, id: string, body: string, at: string, columns = '') =>
    sql`insert into audit_event (id, at, code, outcome, body ${sql.raw(columns ? ', epoch, xid' : '')})
      values (${id}, ${at}, ${JSON.parse(body).code}, 'success', ${body} ${sql.raw(columns ? `, ${columns}` : '')})`.execute(
      tx,
    );
  const isoNow = () => app.clock.now().toString({ smallestUnit: 'millisecond' });

  beforeAll(async () => {
    app = await testApp(current().db);
    await write({ event: 'log.heartbeat' });
    await sealWholeLog(app);
  });
  beforeEach(() => app.clock.advance({ minutes: 1 }));

  it('verifies while nobody forges', async () => {
    expect(await verdict()).toMatchObject({ state: 'verified', macs: 'checked', findings: [], strays: [] });
  });

  describe('by an event of its own', () => {
    const forgeries: Readonly<Record<string, (body: string) => string>> = {
      'without a MAC': (body) => body.replace(/,"mac":"[^"]*"/, ''),
      'with a MAC of chance': (body) => body.replace(/"mac":"[^"]*"/, `"mac":"${'A'.repeat(22)}"`),
      'with the MAC of another event': (body) => body,
    };

    it.each(Object.entries(forgeries))(
      '%s: it is not sealed, it is named, and sealing goes on',
      async (_, forge) => {
        const like = await written({ event: 'request.opened', object: { type: 'request', id: 'r' } });
        await sealWholeLog(app);
        const { body } = await app.db.kysely
          .selectFrom('audit_event')
          .select('body')
          .where('id', '=', like)
          .executeTakeFirstOrThrow();
        const id = crypto.randomUUID();
        await asAttacker((tx) => insertForged(tx, id, forge((body ?? '').replace(like, id)), isoNow()));
        expect((await step()).foreign).toEqual([id]);
        const after = await written({ event: 'log.heartbeat' });
        await step();
        expect([await ixOf(id), typeof (await ixOf(after))]).toEqual([undefined, 'number']);
        expect((await verdict()).strays).toContain(id);
        const named = await app.db.kysely
          .selectFrom('audit_event')
          .select('id')
          .where('code', '=', AUDIT_EVENTS['log.foreign_found'].code)
          .where('object_ref', '=', id)
          .execute();
        expect(named).toHaveLength(1);
        expect((await app.call(healthReady, {})).body.checks.events).toBe('foreign_found');
        await run(`delete from audit_event where id = '${id}'`);
      },
    );

    it('in an epoch that does not exist yet: later events are sealed all the same', async () => {
      const id = crypto.randomUUID();
      const body = JSON.stringify({ v: 1, id, at: isoNow(), code: 'SY001', outcome: 'success' });
      await asAttacker((tx) => insertForged(tx, id, body, isoNow(), `99, '1'`));
      await step();
      const after = await written({ event: 'log.heartbeat' });
      await step();
      expect(await ixOf(after)).toBeTypeOf('number');
      await run(`delete from audit_event where id = '${id}'`);
    });

    it('two thousand at once: the genuine one behind them is sealed', async () => {
      await run(`insert into audit_event (id, at, code, outcome, body)
        select gen_random_uuid(), '${isoNow()}', 'SY001', 'success', '{"v":1}' from generate_series(1, 2000) n`);
      const after = await written({ event: 'log.heartbeat' });
      await step(500);
      expect(await ixOf(after)).toBeTypeOf('number');
      await run(`delete from audit_event where body = '{"v":1}'`);
      await sealWholeLog(app);
    });
  });

  describe('in the text beside an event', () => {
    let mine: Seeded;
    let ids: readonly string[];
    let subject: string;
    const reveal = (purposeText: string) =>
      app.call(
        revealField,
        { params: { id: mine.id }, body: { field: 'email', purpose: 'other', purposeText } },
        app.people.privacy_officer,
      );

    beforeAll(async () => {
      mine = await seedRequest(app, { type: 'deletion' });
      for (const text of ['Хат бойынша нақтылау.', 'Телефонмен сұрады.']) await reveal(text);
      await sealWholeLog(app);
      const rows = await app.db.kysely
        .selectFrom('audit_event')
        .select('id')
        .where('object_ref', '=', mine.id)
        .where('code', '=', 'PD010')
        .orderBy('seq')
        .execute();
      ids = rows.map(({ id }) => id);
      const found = await app.db.kysely
        .selectFrom('audit_detail')
        .select('subject_id')
        .where('event_id', 'in', ids)
        .executeTakeFirstOrThrow();
      subject = found.subject_id ?? '';
    });

    /** Tampers, verifies, and takes the change back. */
    const tampered = async (statement: string): Promise<Seen | undefined> => {
      const [one = '', other = ''] = ids;
      let found: Seen | undefined;
      const filled = statement
        .replaceAll('$one', `'${one}'`)
        .replaceAll('$other', `'${other}'`)
        .replaceAll('$subject', `'${subject}'`);
      await asAttacker(async (tx) => {
        await sql.raw(filled).execute(tx);
        found = await verdict(tx);
        throw new Error('undone');
      }).catch((error: Error) => {
        if (error.message !== 'undone') throw error;
      });
      return found;
    };

    it.each([
      ['overwritten', `update audit_detail set sealed = '\\x01' where event_id = $one`],
      [
        'replaced by that of another event',
        'update audit_detail set sealed = (select sealed from audit_detail where event_id = $other) where event_id = $one',
      ],
      ['removed', 'delete from audit_detail where event_id = $one'],
      [
        'removed, with a mark as of a destroyed person',
        'with gone as (delete from audit_detail where event_id = $one) update subject set destroyed_at = created_at where id = $subject',
      ],
      [
        'made unreadable by removing its key',
        `delete from vault.subject_key where subject_id = $subject and category = 'detail'`,
      ],
      ['given to another subject', 'update audit_detail set subject_id = null where event_id = $one'],
    ])('%s: named at its place', async (_, statement) => {
      const ix = await ixOf(ids[0] ?? '');
      const found = await tampered(statement);
      expect(found?.findings[0]).toEqual({ what: 'detail', ix });
    });

    it('added beside an event without one: named at its place', async () => {
      const plain = await written({ event: 'job.run' });
      await sealWholeLog(app);
      const found = await tampered(
        `insert into audit_detail (event_id, subject_id, sealed) select '${plain}', null, '\\x02'`,
      );
      expect(found?.findings).toEqual([{ what: 'detail', ix: await ixOf(plain) }]);
    });

    it('destroyed with the person it is about: nothing is wrong, once that is sealed', async () => {
      await app.db.transaction((tx) =>
        destroySubject(tx, app.deps, subject, bySystem(app.deps, app.clock.now(), 'JOB', 'test')),
      );
      expect(await verdict()).toMatchObject({ state: 'incomplete', pruningWaits: true, findings: [] });
      await sealWholeLog(app);
      expect(await verdict()).toMatchObject({ state: 'verified', findings: [] });
    });
  });

  describe('by a time', () => {
    it('of a clock that ran ahead: it is seen, so that nothing is sealed until it has come', async () => {
      app.clock.advance({ hours: 24 * 400 });
      const early = await written({ event: 'log.heartbeat' });
      app.clock.advance({ hours: -24 * 400 });
      expect((await eventAhead(app.db.kysely, app.deps))?.toString()).toMatch(/^2027-12/);
      await run(`delete from audit_event where id = '${early}'`);
      expect(await eventAhead(app.db.kysely, app.deps)).toBeNull();
    });

    it('of a forged event, or forged in the column of one: sealing goes on', async () => {
      const id = crypto.randomUUID();
      const at = '2030-01-01T00:00:00.000Z';
      const body = JSON.stringify({ v: 2, id, at, code: 'SY001', outcome: 'success' });
      await asAttacker((tx) => insertForged(tx, id, body, at));
      const like = await written({ event: 'log.heartbeat' });
      await run(`update audit_event set at = '${at}' where id = '${like}'`);
      expect(await eventAhead(app.db.kysely, app.deps)).toBeNull();
      await run(`delete from audit_event where id in ('${id}', '${like}')`);
    });

    it('that the operator confirms: the log verifies, and no forged confirmation does it', async () => {
      app.clock.advance({ hours: 24 * 400 });
      await write({ event: 'log.heartbeat' });
      app.clock.advance({ hours: -24 * 400 });
      const id = crypto.randomUUID();
      const data = { ahead: '2031-01-01T00:00:00Z' };
      const body = JSON.stringify({ v: 2, id, at: isoNow(), code: 'LG004', outcome: 'success', data });
      await asAttacker((tx) => insertForged(tx, id, body, isoNow()));
      expect(await eventAhead(app.db.kysely, app.deps)).not.toBeNull();
      await acceptClock(app.deps);
      expect(await eventAhead(app.db.kysely, app.deps)).toBeNull();
      await step();
      await run(`delete from audit_event where id = '${id}'`);
      await sealWholeLog(app);
      expect(await verdict()).toMatchObject({ state: 'verified', findings: [] });
    });

    it('of days ago, because sealing stood still: a backlog of several steps verifies, with the key and without', async () => {
      const checkpoints = async () => (await verdict()).checkpoints;
      const before = await checkpoints();
      for (let day = 0; day < 6; day += 1) {
        await write({ event: 'log.heartbeat' });
        app.clock.advance({ hours: 24 });
      }
      await vi.waitUntil(async () => !(await step(2)).more && (await checkpoints()) >= before + 3);
      for (const withKey of [true, false])
        expect(await verdict(app.db.kysely, withKey)).toMatchObject({ state: 'verified', findings: [] });
    });

    it.each([
      ['a later time', `replace(note, 'at 2026', 'at 2030')`],
      [
        'another root',
        `regexp_replace(note, '\\n[A-Za-z0-9+/]{43}=\\n', E'\\n' || repeat('A', 43) || E'=\\n')`,
      ],
    ])('or %s in an unsigned checkpoint: the server does not sign it', async (_, note) => {
      await write({ event: 'log.heartbeat' });
      const { db, deps } = app;
      await untilBehindHorizon(db);
      await sealStep({ db, now: deps.now(), newId: deps.newId, vault: deps.vault, sha256 });
      await run(
        `update audit_checkpoint set note = ${note} where size = (select max(size) from audit_checkpoint)`,
      );
      const { signed, refused } = await signCommitted(db, await logKeyOf(deps.vault), deps.now());
      expect([signed, refused.length]).toEqual([[], 1]);
      await write({ event: 'log.heartbeat' });
      await sealWholeLog(app);
      expect((await verdict()).state).toBe('verified');
    });
  });

  describe('by a prune event', () => {
    /** Nulls the body of a minutes-old event and writes the account of it, dated `at`. */
    const prune = async (at: string, before: string): Promise<{ ix: number; id: string }> => {
      const victim = await written({ event: 'job.run' });
      await sealWholeLog(app);
      const ix = (await ixOf(victim)) ?? -1;
      const digest = indexDigest();
      digest.add(ix);
      const id = crypto.randomUUID();
      const data = { class: 'system', before, count: 1, digest: digest.hex(), complete: true, kinds: 1 };
      const body = JSON.stringify({
        v: 1,
        id,
        at,
        code: 'LG003',
        event: 'log.pruned',
        outcome: 'success',
        actor: { kind: 'system' },
        count: 1,
        data,
      });
      await asAttacker(async (tx) => {
        await sql`update audit_event set body = null, at = '2020-01-01T00:00:00Z' where id = ${victim}`.execute(
          tx,
        );
        await sql`insert into audit_pruned (ix, event_id) values (${ix}, ${id})`.execute(tx);
        await insertForged(tx, id, body, at);
      });
      return { ix, id };
    };
    it.each([
      ['dated 2030, as if the retention had passed', '2030-01-01T00:00:00.000Z', '2029-01-01T00:00:00.000Z'],
      ['dated now, over a text whose column says that it is old', null, '2021-01-01T00:00:00.000Z'],
    ])('%s: it is not sealed, and the missing text is named', async (_, dated, before) => {
      const forged = await prune(dated ?? isoNow(), before);
      expect((await step()).foreign).toEqual([forged.id]);
      await write({ event: 'log.heartbeat' });
      await step();
      const found = await verdict();
      await run(`delete from audit_event where id = '${forged.id}'`);
      expect(found.state).toBe('tampered');
      expect(found.findings).toContainEqual({ what: 'pruned-unlawfully', ix: forged.ix, to: forged.ix + 1 });
      expect(found.strays).toContain(forged.id);
    });
  });
});
