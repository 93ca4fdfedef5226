import { beforeAll, expect, it } from 'vitest';
import { registerRequest } from '#contract/requests-write.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';

describeEachDatabase('registering a request', (current) => {
  let app: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
  });

  const body = (more: object = {}) => ({
    type: 'contact' as const,
    channel: 'phone' as const,
    receivedAt: '2026-11-10T09:00:00Z',
    message: 'Картам 4111 1111 1111 1111, ЖСН 900101300017 дұрыс емес.',
    ...more,
  });
  const register = (more: object = {}, headers: Record<string, string> = {}) =>
    app.call(registerRequest, { body: body(more) }, app.people.support, { headers });

  it('answers with the number and dates only, and notifies the streams', async () => {
    const { status, body: slip } = await register();
    expect(status).toBe(201);
    expect(slip).toEqual({
      id: expect.any(String),
      reference: expect.stringMatching(/^NP-2026-\d{6}$/),
      receivedOn: '2026-11-10',
      dueOn: '2026-12-10',
      actBy: '2026-12-10',
      mayOpen: true,
    });
    expect(await desk.row(slip.id)).toMatchObject({
      status: 'new',
      track: 'support',
      language: 'kk',
      move: 'take',
      move_role: 'support',
      late_after: '2026-12-10',
      order_on: '2026-12-10',
      no_way_to_reply: true,
      policy_version: '-',
      version: 1,
    });
  });

  it.each([
    [{ email: 'нет' }, '/applicant/email', 'not_an_email'],
    [{ phone: '12' }, '/applicant/phone', 'not_a_phone'],
  ])('refuses a contact that cannot work where it is typed: %j', async (applicant, pointer, code) => {
    const answer = await register({ applicant });
    expect([answer.status, answer.body.errors]).toEqual([400, [{ pointer, code }]]);
  });

  it.each([
    { email: 'Asel <asel@mail.example>' },
    { phone: '8 (727) 250-00-11 вн. 104' },
    { phone: '250-00-11' },
  ])('takes a contact as people give it: %j', async (applicant) => {
    expect((await register({ applicant })).status).toBe(201);
  });

  it('logs who registered it and how, without its content', async () => {
    const { body: slip } = await register();
    const [first] = await desk.events(slip.id);
    expect(first).toMatchObject({
      event: 'request.registered',
      actor: app.people.support.id,
      data: { type: 'contact', channel: 'phone', reference: slip.reference },
    });
    expect(JSON.stringify(first)).not.toContain('900101');
  });

  it('indexes the IIN in its text by a keyed hash', async () => {
    const { body: slip } = await register();
    const kinds = await app.db.kysely
      .selectFrom('identifier')
      .select(['kind', 'mac'])
      .where('request_id', '=', slip.id)
      .execute();
    expect(kinds).toEqual([{ kind: 'iin', mac: app.deps.vault.blindIndex('iin', '900101300017') }]);
  });

  it('starts the deadline of an incident at its receipt and logs an alarm', async () => {
    const { body: slip } = await register({ type: 'incident' });
    const row = await desk.row(slip.id);
    expect(JSON.parse(row.steps)).toMatchObject([
      { code: 'notify_authority', startedOn: '2026-11-10', dueOn: '2026-11-11', endedOn: null },
    ]);
    expect(row).toMatchObject({ order_on: '2026-11-11', late_after: '2026-11-11' });
    expect((await desk.events(slip.id))[0]?.data).toMatchObject({ alarm: true });
  });

  it('refuses a receipt later than now', async () => {
    const answer = await register({ receivedAt: '2026-11-10T10:00:01Z' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([{ pointer: '/receivedAt', code: 'in_the_future' }]);
  });

  it('requires a reason when the receipt is more than three days back', async () => {
    const answer = await register({ receivedAt: '2026-11-06T09:00:00Z', receiptReason: ' ' });
    expect(answer.body.errors).toEqual([{ pointer: '/receiptReason', code: 'reason_required' }]);
  });

  it('accepts an old receipt with a reason, which is stored encrypted', async () => {
    const answer = await register({
      receivedAt: '2026-11-06T09:00:00Z',
      receiptReason: 'Хат кеңседе жатып қалған',
    });
    expect(answer.body).toMatchObject({ receivedOn: '2026-11-06', dueOn: '2026-12-06', actBy: '2026-12-04' });
    const details = await app.db.kysely
      .selectFrom('audit_detail')
      .innerJoin('audit_event', 'audit_event.id', 'audit_detail.event_id')
      .select('audit_detail.sealed')
      .where('object_ref', '=', answer.body.id)
      .execute();
    expect(details).toHaveLength(1);
    expect(new TextDecoder().decode(details[0]?.sealed)).not.toContain('Хат');
  });

  it('accepts a receipt three days back without a reason', async () => {
    expect((await register({ receivedAt: '2026-11-07T09:00:00Z' })).status).toBe(201);
  });

  it('refuses a receipt in another century as a mistyped year', async () => {
    const answer = await register({ receivedAt: '1026-11-07T09:00:00Z', receiptReason: 'ескі хат' });
    expect(answer.body.errors).toEqual([{ pointer: '/receivedAt', code: 'too_old' }]);
  });

  it('returns the same request for the same Idempotency-Key, and logs the replay', async () => {
    const headers = { 'idempotency-key': 'form-0001-abc' };
    const first = await register({}, headers);
    const again = await register({}, headers);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await desk.events(first.body.id)).map(({ data }) => data.replayed ?? false)).toEqual([
      false,
      true,
    ]);
  });

  it('refuses another body under the same Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'form-0002-abc' };
    await register({}, headers);
    const other = await register({ message: 'Басқа хат' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch']);
  });

  it('gives simultaneous requests different numbers', async () => {
    const both = await Promise.all([register(), register()]);
    expect(new Set(both.map((answer) => answer.body.reference)).size).toBe(2);
  });
});
