import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { getRequest, listRequests, requestTrail } from '#contract/requests-read.ts';
import { changeStaff } from '#contract/staff.ts';
import { exportCase, findPersonTrail, personTrail } from '#contract/trails.ts';
import { leafHash } from '#domain/audit/merkle.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { verifyTlogProof } from '#domain/audit/tlog-proof.ts';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import { projectStep } from '#server/audit/seal/project.ts';
import { sealStep } from '#server/audit/seal/seal.ts';
import { signCommitted } from '#server/audit/seal/sign.ts';
import { unsealedEvents } from '#server/audit/seal/unsealed-events.ts';
import { webVerify } from '#server/audit/seal/web-verify.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';

const EMAIL = 'bir.adam@poshta.example';

describeEachDatabase('the trail of a person', (current) => {
  let app: TestApp;
  let desk: Desk;
  let first: string;
  let second: string;
  let stranger: string;

  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    const applicant = { surname: 'Ізтаев', firstName: 'Ерен', email: EMAIL };
    first = await desk.request('contact', { applicant });
    second = await desk.request('deletion', { applicant: { ...applicant, email: EMAIL.toUpperCase() } });
    stranger = await desk.request('contact', { applicant: { surname: 'Басқа', email: 'b@poshta.example' } });
    await app.call(getRequest, { params: { id: second } }, app.people.privacy_officer);
    await app.call(getRequest, { params: { id: stranger } }, app.people.privacy_officer);
  });

  const seal = async () => {
    // Loops, because an open transaction of another suite on the same cluster can delay sealing.
    while ((await unsealedEvents(app.db.kysely, { most: 1 })).count > 0)
      await sealStep({
        ...app.deps,
        now: app.clock.now(),
        sha256: (bytes) => hash('sha256', bytes, 'buffer'),
      });
    await signCommitted(app.db, await logKeyOf(app.deps.vault), app.clock.now());
  };
  const project = async () => {
    while (await projectStep(app.db));
  };
  const list = (who: 'privacy_officer' | 'second_officer' = 'privacy_officer') =>
    app.call(listRequests, { query: { view: 'open' } }, app.people[who]);
  const listedOf = async (id: string) =>
    (await app.call(requestTrail, { params: { id } }, app.people.auditor)).body.listed;
  const byValue = (value: string, who: keyof TestApp['people'] = 'auditor') =>
    app.call(findPersonTrail, { body: { kind: 'email', value } }, app.people[who]);

  test('counts every listing once, whether its event is projected, only sealed, or neither', async () => {
    await list();
    await seal();
    await project();
    app.clock.advance({ minutes: 1 });
    await list('second_officer');
    await seal();
    app.clock.advance({ minutes: 1 });
    await list();
    const last = app.clock.now();
    const { count, people, by } = await listedOf(first);
    expect([count, people]).toEqual([3, 2]);
    expect(by.map((row: { id: string; count: number }) => [row.id, row.count])).toEqual([
      [app.people.privacy_officer.id, 2],
      [app.people.second_officer.id, 1],
    ]);
    expect(Temporal.Instant.compare(by[0].lastAt, last)).toBe(0);
    await seal();
    await project();
    expect(await listedOf(first)).toMatchObject({ count: 3, people: 2 });
  });

  test('counts the lists of earlier releases, whatever form of an id their events have', async () => {
    const { count } = await listedOf(first);
    const short = Buffer.from(first.replaceAll('-', ''), 'hex').toString('base64url');
    for (const targets of [[stranger, first], short]) {
      const { id: actor } = app.people.privacy_officer;
      const event = { id: crypto.randomUUID(), at: app.clock.now().toString(), outcome: 'success', actor };
      const body = JSON.stringify({ v: 1, ...event, code: 'RQ001', actor: { id: actor }, targets });
      await sql`insert into audit_event (id, at, actor, code, outcome, body)
        values (${event.id}, ${event.at}, ${actor}, 'RQ001', 'success', ${body})`.execute(app.db.kysely);
    }
    expect((await listedOf(first)).count).toBe(count + 2);
  });

  test('says of each viewer what their lists showed of the applicant', async () => {
    const id = await desk.request('contact', {
      applicant: { surname: 'Тізімді', email: 't@poshta.example' },
    });
    const moved = await app.person(['support']);
    for (const viewer of [app.people.support, app.people.manager, moved])
      await app.call(listRequests, { query: { view: 'open' } }, viewer);
    const shown = async () => {
      const { by } = await listedOf(id);
      return Object.fromEntries(by.map((row: { id: string; shown: string }) => [row.id, row.shown]));
    };
    expect(await shown()).toEqual({
      [app.people.support.id]: 'names',
      [app.people.manager.id]: 'plain',
      [moved.id]: 'names',
    });
    app.clock.advance({ minutes: 1 });
    const changed = await app.call(
      changeStaff,
      { params: { id: moved.id }, version: 1, body: { roles: ['manager'] } },
      app.people.administrator,
    );
    expect(changed.status, changed.raw).toBe(200);
    // The lists before the change showed a name, those after it do not.
    expect((await shown())[moved.id]).toBe('either');
  });

  test('covers all requests from one address, and no others', async () => {
    const { status, body, raw } = await byValue(`  ${EMAIL} `);
    expect(status).toBe(200);
    const numbers = [(await desk.row(second)).reference, (await desk.row(first)).reference];
    expect(new Set(body.references)).toEqual(new Set(numbers));
    expect(body.entries).toContainEqual(
      expect.objectContaining({ event: 'request.opened', reference: numbers[0] }),
    );
    expect(raw).not.toContain((await desk.row(stranger)).reference);
    // One list that showed both counts once.
    expect(body.listed.count).toBe((await listedOf(first)).count);
    expect(raw).not.toMatch(/бір|bir\.adam|Ізтаев|Ерен/i);
  });

  test('is the same from any of the requests as from the address', async () => {
    const from = await app.call(personTrail, { params: { id: first } }, app.people.auditor);
    const { body } = await byValue(EMAIL);
    expect([from.body.references, from.body.listed.count]).toEqual([body.references, body.listed.count]);
  });

  test('is empty for an address from which no request came', async () => {
    const { body } = await byValue('eshkim@poshta.example');
    expect(body).toEqual({
      references: [],
      entries: [],
      truncated: false,
      listed: { count: 0, people: 0, by: [] },
    });
  });

  test('is refused to support, the manager and the administrator', async () => {
    const answers = await Promise.all(
      (['support', 'manager', 'administrator'] as const).map(
        async (who) => (await byValue(EMAIL, who)).status,
      ),
    );
    expect(answers).toEqual([403, 403, 403]);
  });

  test('logs the kind of value but not the value, and shares the rate limit of searches', async () => {
    const hasty = await app.person(['auditor']);
    const ask = () =>
      app.call(findPersonTrail, { body: { kind: 'email', value: 'b@poshta.example' } }, hasty);
    for (let at = 0; at < 30; at += 1) expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    const { rows } = await sql<{ body: string }>`
      select body from audit_event where actor = ${hasty.id} and code = 'AU011'`.execute(app.db.kysely);
    expect(rows).toHaveLength(30);
    expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({ data: { kind: 'email', requests: 1 } });
    expect(JSON.stringify(rows)).not.toContain('poshta');
  });

  describe('as a case file', () => {
    const file = (names: boolean, who: keyof TestApp['people'] = 'auditor') =>
      app.call(exportCase, { params: { id: second }, body: { names } }, app.people[who]);

    test('contains the events and the calculation of the deadline, and no personal data', async () => {
      const { body, raw, status } = await file(false);
      expect(status, app.logLines.at(-1)).toBe(200);
      expect(body).toMatchObject({
        format: 'otinish-case 1',
        request: { id: second, type: 'deletion' },
        promiseKept: null,
        whyThisDate: { promise: { calendarDays: 30, dueOn: (await desk.row(second)).due_on } },
      });
      expect(body.timeline.map((entry: { event: string }) => entry.event)).toEqual(
        expect.arrayContaining(['request.registered', 'request.opened']),
      );
      expect(raw).not.toMatch(/bir\.adam|Ізтаев|Ерен|сұрағым/i);
      expect(raw).not.toContain(app.people.privacy_officer.name);
    });

    test('contains names of staff only on request', async () => {
      const { body } = await file(true, 'privacy_officer');
      expect(body.staff).toContainEqual(
        expect.objectContaining({
          id: app.people.privacy_officer.id,
          name: app.people.privacy_officer.name,
        }),
      );
    });

    test('proves each of its sealed events with the public key alone', async () => {
      await seal();
      const { body } = await file(false);
      const keys = body.proofs.keys.flatMap((text: string) => parseVerifierKey(text) ?? []);
      expect(body.proofs.events.length).toBeGreaterThan(2);
      for (const { body: told, proof } of body.proofs.events) {
        const leaf = leafHash(new TextEncoder().encode(told));
        const checked = await verifyTlogProof(proof, leaf, keys, webVerify);
        expect(checked).toMatchObject({ ok: true });
      }
    });

    test('is logged as an event of the request', async () => {
      await file(false);
      expect((await desk.events(second)).at(-1)).toMatchObject({
        event: 'request.case_exported',
        actor: app.people.auditor.id,
        data: { names: false },
      });
    });
  });
});
