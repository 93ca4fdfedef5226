import { beforeAll, describe, expect, it } from 'vitest';
import { listIntakeSources } from '#contract/settings.ts';
import { describeEachDatabase, type TestDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { deliver, newSite, type Site } from '#tests/server/intake-client.ts';
import { forgottenReceipts, refusedDeliveries } from './jobs.ts';

describeEachDatabase('a signed delivery', (current) => {
  let desk: TestApp;
  let site: Site;
  beforeAll(async () => {
    desk = await testApp(current().db);
    site = await newSite(desk, { site: 'shop.example' });
  });
  const stored = (id: string) =>
    desk.db.kysely.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('becomes a contact request with its number and dates', async () => {
    const { status, body } = await deliver(desk, site, { body: { message: 'Тапсырысым қайда?' } });
    expect({ status, ...body }).toMatchObject({
      status: 201,
      type: 'contact',
      receivedAt: '2026-11-10T10:00:00.000Z',
      receivedOn: '2026-11-10',
      dueOn: '2026-12-10',
      actBy: '2026-12-10',
      noWayToReply: true,
      replayed: false,
    });
    expect(await stored(body.id)).toMatchObject({
      reference: body.reference,
      language: 'kk',
      channel: 'form',
      site: 'shop.example',
      source_id: site.sourceId,
      test: false,
    });
  });

  it('accepts every field of the contract, and stores none of them in clear', async () => {
    const { status, body } = await deliver(desk, site, {
      body: {
        message: 'My order has not arrived',
        subjectLine: 'Order 12-77',
        surname: 'Quillfeather',
        firstName: 'Orlin',
        email: 'orlin.quillfeather@post.example',
        phone: '+7 790 000 11 22',
        topic: 'delivery',
        extra: [{ label: 'order', value: 'AA-991' }],
        language: 'ru',
        device: { os: 'Android 16', model: 'Fable 9' },
        network: { ip: '198.51.100.77', connectionPoint: 'Almaty-4' },
        site: 'm.shop.example',
        policyVersion: '2026-03',
        submittedAt: '2026-11-09T20:30:00+05:00',
        test: true,
      },
    });
    expect(status).toBe(201);
    expect(await stored(body.id)).toMatchObject({
      received_at: '2026-11-09T15:30:00.000Z',
      language: 'ru',
      site: 'm.shop.example',
      policy_version: '2026-03',
      test: true,
      no_way_to_reply: false,
    });
    const fields = await desk.db.kysely
      .selectFrom('sealed_value')
      .select(['field', 'sealed'])
      .where('request_id', '=', body.id)
      .execute();
    expect(fields.map(({ field }) => field).toSorted()).toEqual(
      ['connection_point', 'device_model', 'email', 'extra', 'first_name', 'ip', 'message', 'os_version']
        .concat(['phone', 'subject_line', 'surname', 'topic'])
        .toSorted(),
    );
    const kept = fields.map(({ sealed }) => new TextDecoder('latin1').decode(sealed)).join('');
    expect(kept).not.toMatch(/Quillfeather|Orlin|198\.51/);
  });

  it('is logged with its source and field names only', async () => {
    const { body } = await deliver(desk, site, { body: { message: 'Hello', surname: 'Loggerhead' } });
    const row = await desk.db.kysely
      .selectFrom('audit_event')
      .selectAll()
      .where('object_ref', '=', body.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ code: 'IN001', actor: site.sourceId, outcome: 'success' });
    expect(JSON.parse(row.body ?? '')).toMatchObject({ fields: ['message', 'surname'] });
    expect(row.body).not.toContain('Loggerhead');
  });

  it('is received now when the clock of the site is a second ahead', async () => {
    const { body } = await deliver(desk, site, {
      body: { message: 'a', submittedAt: '2026-11-10T10:00:01Z' },
    });
    expect(body.receivedAt).toBe('2026-11-10T10:00:00.000Z');
  });

  describe('repeated', () => {
    it('is answered with the first result and creates no second request', async () => {
      const first = await deliver(desk, site, { id: 'form-1', body: { message: 'once' } });
      const again = await deliver(desk, site, { id: 'form-1', body: { message: 'once' } });
      expect([first.status, again.status]).toEqual([201, 200]);
      expect(again.body).toEqual({ ...first.body, replayed: true });
    });

    it('is recognised when signed again, later and with another secret of the source', async () => {
      const first = await deliver(desk, site, { id: 'form-2', body: { message: 'x' } });
      const second = await newSite(desk, { sourceId: site.sourceId });
      const again = await deliver(desk, second, {
        id: 'form-2',
        body: { message: 'x' },
        sentAt: desk.clock.now().add({ seconds: 200 }),
      });
      expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    });

    it('with another body is refused and logged', async () => {
      const first = await deliver(desk, site, { id: 'form-3', body: { message: 'x' } });
      const other = await deliver(desk, site, { id: 'form-3', body: { message: 'y' } });
      expect([other.status, other.body.code]).toEqual([409, 'replayed_with_other_body']);
      const events = await desk.db.kysely
        .selectFrom('audit_event')
        .select(['code', 'outcome'])
        .where('object_ref', '=', first.body.id)
        .orderBy('seq')
        .execute();
      expect(events).toEqual([
        { code: 'IN001', outcome: 'success' },
        { code: 'IN002', outcome: 'denied' },
      ]);
    });

    it('by another source under the same id is another request', async () => {
      const other = await newSite(desk);
      const ids = [
        (await deliver(desk, site, { id: 'form-4' })).body.id,
        (await deliver(desk, other, { id: 'form-4' })).body.id,
      ];
      expect(new Set(ids).size).toBe(2);
    });

    it('twenty times at once becomes one request', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => deliver(desk, site, { id: 'form-20', body: { message: 'z' } })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(19).fill(200), 201]);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    });
  });

  describe('with an invalid signature gets the same 401', () => {
    const bad: Record<string, Parameters<typeof deliver>[2]> = {
      'six minutes old': { sentAt: Temporal.Instant.from('2026-11-10T09:54:00Z') },
      'six minutes ahead': { sentAt: Temporal.Instant.from('2026-11-10T10:06:00Z') },
      'one byte changed': { afterSigning: (text) => text.replace('{"', '{ "') },
      'no id': { headers: { 'webhook-id': null } },
      'no timestamp': { headers: { 'webhook-timestamp': null } },
      'no signature': { headers: { 'webhook-signature': null } },
      'another id': { headers: { 'webhook-id': 'other' } },
      'no JSON': { text: '{"message":', headers: { 'webhook-signature': 'v1,AAAA' } },
      'unknown fields': { body: { nonsense: 1 }, headers: { 'webhook-signature': 'v1,AAAA' } },
      'another type of content': {
        headers: { 'content-type': 'text/plain', 'webhook-signature': 'v1,AAAA' },
      },
      'an empty body': { text: '', headers: { 'webhook-signature': 'v1,AAAA' } },
    };
    it.each(Object.keys(bad))('%s', async (name) => {
      const { status, body, headers } = await deliver(desk, site, { ...bad[name], address: name });
      expect({ status, ...body, requestId: '' }).toEqual({
        status: 401,
        code: 'bad_signature',
        title: 'bad_signature',
        type: 'urn:otinish:error:bad_signature',
        requestId: '',
      });
      expect(headers.get('retry-after')).toBeNull();
    });

    it('an unknown secret, and one that was revoked', async () => {
      const gone = await newSite(desk);
      await desk.db.transaction((tx) =>
        tx
          .updateTable('intake_secret')
          .set({ revoked_at: desk.clock.now().toString() })
          .where('id', '=', gone.secretId)
          .execute(),
      );
      const strange = { secret: `whsec_${btoa('x'.repeat(32))}` };
      expect((await deliver(desk, gone)).status).toBe(401);
      expect((await deliver(desk, strange)).status).toBe(401);
    });
  });

  it.each([
    ['an unknown field', { message: 'a', role: 'administrator' }, '/role', 'unknown_field'],
    ['no message', { surname: 'a' }, '/message', 'required'],
    ['a blank message', { message: '  ' }, '/message', 'required'],
    ['a message too long', { message: 'a'.repeat(20_001) }, '/message', 'too_long'],
    ['nothing but invisible characters', { message: '\u202a\u0002\ufeff' }, '/message', 'required'],
    [
      'a receipt tomorrow',
      { message: 'a', submittedAt: '2026-11-11T10:00:00Z' },
      '/submittedAt',
      'in_the_future',
    ],
    [
      'a receipt of last year',
      { message: 'a', submittedAt: '2025-11-11T10:00:00Z' },
      '/submittedAt',
      'too_old',
    ],
    [
      'an instant without a zone',
      { message: 'a', submittedAt: '2026-11-10T09:00:00' },
      '/submittedAt',
      'bad_format',
    ],
  ])('signed, but with %s, is told which field is wrong', async (_, body, pointer, code) => {
    const answer = await deliver(desk, site, { body });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('is remembered by its id for five weeks', async () => {
    await deliver(desk, site, { id: 'old' });
    desk.clock.advance({ hours: 24 * 34 });
    await forgottenReceipts.run(desk.deps);
    const again = await deliver(desk, site, { id: 'old' });
    desk.clock.advance({ hours: 48 });
    const forgotten = await forgottenReceipts.run(desk.deps);
    desk.clock.advance({ hours: -24 * 36 });
    expect([again.status, (forgotten?.count ?? 0) > 0]).toEqual([200, true]);
  });

  it('counts what a source ever delivered, also what its receipts no longer tell', async () => {
    const fresh = await newSite(desk);
    const received = async () => {
      const { body } = await desk.call(listIntakeSources, {}, desk.people.administrator);
      return body.items.find(({ id }: { id: string }) => id === fresh.sourceId).received;
    };
    for (const id of ['one', 'two']) await deliver(desk, fresh, { id });
    expect(await received()).toBe(2);
    desk.clock.advance({ hours: 24 * 36 });
    await forgottenReceipts.run(desk.deps);
    desk.clock.advance({ hours: -24 * 36 });
    expect(await received()).toBe(2);
    await deliver(desk, fresh, { id: 'three' });
    expect(await received()).toBe(3);
  });

  it('records when its secret was last used', async () => {
    const fresh = await newSite(desk);
    await deliver(desk, fresh);
    const row = await desk.db.kysely
      .selectFrom('intake_secret')
      .select('last_used_at')
      .where('id', '=', fresh.secretId)
      .executeTakeFirst();
    expect(row?.last_used_at).toBe('2026-11-10T10:00:00.000Z');
  });
});

describeEachDatabase('many deliveries', (current: () => TestDatabase) => {
  it('of one source are limited per minute, with the seconds to wait, and succeed when repeated', async () => {
    const desk = await testApp(current().db);
    const site = await newSite(desk);
    const at = desk.clock.now().toString();
    await deliver(desk, site);
    await desk.db.transaction((tx) => tx.updateTable('rate').set({ n: 300, window_start: at }).execute());
    const refused = await deliver(desk, site, { id: 'late' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    desk.clock.advance({ seconds: 60 });
    expect((await deliver(desk, site, { id: 'late' })).status).toBe(201);
  });
});

describeEachDatabase('many deliveries with a wrong signature', (current: () => TestDatabase) => {
  it('get 429 for their address only, and log one event a minute', async () => {
    const desk = await testApp(current().db, { now: '2026-11-12T10:00:00Z' });
    const site = await newSite(desk);
    const wrong = { headers: { 'webhook-signature': 'v1,AAAA' }, address: '198.51.100.9' };
    const statuses: number[] = [];
    for (let n = 0; n < 62; n += 1) statuses.push((await deliver(desk, site, wrong)).status);
    expect([statuses.filter((s) => s === 401).length, statuses.filter((s) => s === 429).length]).toEqual([
      60, 2,
    ]);
    expect((await deliver(desk, site, { address: '198.51.100.9' })).status).toBe(201);

    desk.clock.advance({ minutes: 2 });
    await refusedDeliveries.run(desk.deps);
    const events = await desk.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'IN002')
      .where('at', '>=', '2026-11-12T00:00:00Z')
      .orderBy('seq')
      .execute();
    expect(events.map(({ body }) => JSON.parse(body ?? '{}').count)).toEqual([1, 59]);
    expect(events.map(({ body }) => body).join()).not.toContain('198.51.100.9');
  });
});
