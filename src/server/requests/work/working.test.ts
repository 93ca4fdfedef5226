import { beforeAll, expect, it } from 'vitest';
import { getRequest } from '#contract/requests-read.ts';
import {
  assignRequest,
  convertBackRequest,
  convertRequest,
  correctLanguage,
  correctReceipt,
  explainDelay,
  handBackRequest,
  recordStep,
  resumeRequest,
  takeRequest,
  waitForApplicant,
} from '#contract/requests-write.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';

const APPLICANT = { surname: 'Тестілова', firstName: 'Нұргүл', email: 'nurgul.t@example.kz' };

describeEachDatabase('working on a request', (current) => {
  let app: TestApp;
  let desk: Desk;
  let people: TestApp['people'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ people } = app);
  });

  it('taking assigns the request and begins the work', async () => {
    const id = await desk.request('contact');
    const { status, body } = await desk.act(takeRequest, id, people.support);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'in_progress',
      assignee: { id: people.support.id },
      move: { code: 'answer', mine: true },
      version: 2,
    });
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'request.taken',
      data: { from: null, to: people.support.id },
    });
  });

  it('is answered with its own timeline item, although the event is not logged yet', async () => {
    const id = await desk.request('contact');
    const { body } = await desk.act(waitForApplicant, id, people.support, { reason: 'Чек сұралды' });
    const read = await app.call(getRequest, { params: { id } }, people.support);
    const line = body.timeline.find((item: { event?: string }) => item.event === 'request.waiting');
    expect(line).toMatchObject({
      by: { id: people.support.id },
      reason: { shown: true, value: { parts: [{ text: 'Чек сұралды' }] } },
    });
    expect(read.body.timeline).toEqual(body.timeline);
  });

  it('handing back returns it to the unassigned requests', async () => {
    const id = await desk.request('contact');
    await desk.act(takeRequest, id, people.support);
    const { body } = await desk.act(handBackRequest, id, people.support);
    expect(body).toMatchObject({ status: 'new', assignee: null, move: { code: 'take' } });
  });

  it('support may hand back only its own requests', async () => {
    const id = await desk.request('contact');
    await desk.act(takeRequest, id, people.support);
    const answer = await desk.act(handBackRequest, id, people.second_support);
    expect([answer.status, answer.body.why]).toEqual([403, 'assigned_to_me']);
  });

  it('assigning gives it to a colleague but does not begin the work', async () => {
    const id = await desk.request('contact');
    const { body } = await desk.act(assignRequest, id, people.manager, {
      assigneeId: people.second_support.id,
    });
    expect(body).toMatchObject({
      status: 'new',
      assignee: { id: people.second_support.id },
      move: { code: 'answer', of: { kind: 'person', id: people.second_support.id } },
    });
  });

  it('refuses an assignee who may not work on it, has left or does not exist', async () => {
    const gone = await app.person(['support'], { endsOn: '2026-11-09' });
    const id = await desk.request('deletion');
    for (const assigneeId of [people.support.id, people.auditor.id, gone.id, crypto.randomUUID()]) {
      const answer = await desk.act(assignRequest, id, people.privacy_officer, { assigneeId });
      expect(answer.body.errors).toEqual([{ pointer: '/assigneeId', code: 'unknown_value' }]);
    }
  });

  it('assigning null removes the assignee', async () => {
    const id = await desk.request('contact');
    await desk.act(takeRequest, id, people.support);
    const { body } = await desk.act(assignRequest, id, people.manager, { assigneeId: null });
    expect(body).toMatchObject({ status: 'new', assignee: null });
  });

  it('a contact converted to a deletion keeps its receipt and is hidden from support', async () => {
    const id = await desk.request('contact', {
      receivedAt: '2026-11-09T04:00:00Z',
      message: 'Құпия сөздер осында',
    });
    await desk.act(takeRequest, id, people.support);
    const answer = await desk.act(convertRequest, id, people.support, { type: 'deletion' });
    expect(answer.body).toMatchObject({
      type: 'deletion',
      track: 'officer',
      status: 'new',
      assignee: null,
      receivedOn: '2026-11-09',
      dueOn: '2026-12-09',
      move: { code: 'take', of: { kind: 'role', role: 'privacy_officer' } },
    });
    expect(answer.body.steps).toMatchObject([{ code: 'answer_deletion', startedOn: '2026-11-09' }]);
    expect(answer.raw).not.toContain('Құпия');
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'request.converted',
      data: { from: 'contact', to: 'deletion', toTrack: 'officer', handedOver: true },
    });
  });

  it('an officer who converts a request stays its assignee', async () => {
    const id = await desk.request('contact');
    await desk.act(takeRequest, id, people.privacy_officer);
    const { body } = await desk.act(convertRequest, id, people.privacy_officer, { type: 'access' });
    expect(body).toMatchObject({ status: 'in_progress', assignee: { id: people.privacy_officer.id } });
  });

  it('converting to an incident starts the deadline for the authority at the receipt', async () => {
    const id = await desk.request('contact', { receivedAt: '2026-11-09T04:00:00Z' });
    const { body } = await desk.act(convertRequest, id, people.support, { type: 'incident' });
    expect(body.steps).toMatchObject([
      { code: 'notify_authority', startedOn: '2026-11-09', dueOn: '2026-11-10' },
    ]);
  });

  it('only an officer converts a right back to a question, with a reason', async () => {
    const id = await desk.request('deletion');
    const plain = await desk.act(convertRequest, id, people.privacy_officer, { type: 'contact' });
    expect(plain.body.errors).toEqual([{ pointer: '/type', code: 'not_for_type' }]);
    const bySupport = await desk.act(convertBackRequest, id, people.support, {
      type: 'contact',
      reason: 'Бұл жай сұрақ',
    });
    expect([bySupport.status, bySupport.body.why]).toEqual([403, 'role']);
    const { body } = await desk.act(convertBackRequest, id, people.privacy_officer, {
      type: 'contact',
      reason: 'Бұл жай сұрақ',
    });
    expect(body).toMatchObject({ type: 'contact', track: 'support', steps: [], status: 'new' });
    const reasons = body.timeline.map((item: { reason?: unknown }) => item.reason).filter(Boolean);
    expect(reasons).toEqual([{ shown: true, value: { parts: [{ text: 'Бұл жай сұрақ' }], hidden: 0 } }]);
  });

  it('converting to the type it has is refused', async () => {
    const id = await desk.request('contact');
    const answer = await desk.act(convertRequest, id, people.support, { type: 'contact' });
    expect(answer.body.errors).toEqual([{ pointer: '/type', code: 'not_for_type' }]);
  });

  it('correcting the receipt moves every date with it', async () => {
    const id = await desk.request('incident');
    const { body } = await desk.act(correctReceipt, id, people.privacy_officer, {
      receivedAt: '2026-11-06T12:00:00Z',
      reason: 'Хат жұма күні келген',
    });
    expect(body).toMatchObject({
      receivedOn: '2026-11-06',
      dueOn: '2026-12-06',
      actBy: '2026-12-04',
      steps: [{ code: 'notify_authority', startedOn: '2026-11-06', dueOn: '2026-11-09' }],
      timeline: [{ kind: 'message', at: '2026-11-06T12:00:00.000Z' }, { kind: 'event' }, { kind: 'event' }],
    });
    expect((await desk.row(id)).order_on).toBe('2026-11-09');
  });

  it('a receipt corrected meanwhile moves the steps of a type the request returns to', async () => {
    const id = await desk.request('incident');
    const officer = people.privacy_officer;
    await desk.act(convertBackRequest, id, officer, { type: 'contact', reason: 'Бұл жай сұрақ' });
    await desk.act(correctReceipt, id, officer, { receivedAt: '2026-11-06T12:00:00Z', reason: 'Жұма' });
    const { body } = await desk.act(convertRequest, id, officer, { type: 'incident' });
    expect(body.steps).toMatchObject([{ startedOn: '2026-11-06', dueOn: '2026-11-09' }]);
  });

  it('a corrected receipt may not be in the future', async () => {
    const id = await desk.request('contact');
    const answer = await desk.act(correctReceipt, id, people.privacy_officer, {
      receivedAt: '2026-11-11T00:00:00Z',
      reason: 'қате',
    });
    expect(answer.body.errors).toEqual([{ pointer: '/receivedAt', code: 'in_the_future' }]);
  });

  it('support corrects a receipt only while the request is unassigned', async () => {
    const id = await desk.request('contact');
    await desk.act(takeRequest, id, people.support);
    const answer = await desk.act(correctReceipt, id, people.support, {
      receivedAt: '2026-11-10T08:00:00Z',
      reason: 'қате',
    });
    expect([answer.status, answer.body.why]).toEqual([403, 'not_taken']);
  });

  it('the language can be corrected', async () => {
    const id = await desk.request('contact');
    const { body } = await desk.act(correctLanguage, id, people.support, { language: 'ru' });
    expect(body.language).toBe('ru');
  });

  it('waiting for the applicant stops no deadline, and resuming restores the status', async () => {
    const id = await desk.request('contact');
    await desk.act(takeRequest, id, people.support);
    const waiting = await desk.act(waitForApplicant, id, people.support, { reason: 'Шот нөмірін сұрадық' });
    expect(waiting.body).toMatchObject({ status: 'waiting_applicant', move: { code: 'wait_applicant' } });
    expect((await desk.row(id)).late_after).toBe('2026-12-10');
    const resumed = await desk.act(resumeRequest, id, people.support);
    expect(resumed.body).toMatchObject({ status: 'in_progress', move: { code: 'answer', mine: true } });
  });

  it('a delay is explained by a code and a future day', async () => {
    const id = await desk.request('deletion');
    const early = await desk.act(explainDelay, id, people.privacy_officer, {
      reason: 'complex',
      expectedOn: '2026-11-09',
    });
    expect(early.body.errors).toEqual([{ pointer: '/expectedOn', code: 'too_old' }]);
    const { body } = await desk.act(explainDelay, id, people.privacy_officer, {
      reason: 'complex',
      expectedOn: '2026-12-01',
    });
    expect(body).toMatchObject({ delayReason: 'complex', expectedOn: '2026-12-01' });
  });

  it('a recorded event starts its step, its end ends it, and recording again corrects the day', async () => {
    const id = await desk.request('deletion', { receivedAt: '2026-11-09T04:00:00Z' });
    const record = (event: string, on: string) =>
      desk.act(recordStep, id, people.privacy_officer, { event, on });
    expect((await record('violation_confirmed', '2026-11-09')).body.steps).toContainEqual(
      expect.objectContaining({ code: 'destroy', dueOn: '2026-11-10', endedOn: null }),
    );
    expect((await desk.row(id)).order_on).toBe('2026-11-10');
    expect((await record('violation_confirmed', '2026-11-10')).body.steps).toContainEqual(
      expect.objectContaining({ code: 'destroy', dueOn: '2026-11-11', endedOn: null }),
    );
    expect((await record('destroyed', '2026-11-10')).body.steps).toContainEqual(
      expect.objectContaining({ code: 'destroy', endedOn: '2026-11-10' }),
    );
  });

  it('an event in the future, before the receipt or of another type is refused', async () => {
    const id = await desk.request('deletion');
    const record = async (event: string, on: string) =>
      (await desk.act(recordStep, id, people.privacy_officer, { event, on })).body.errors;
    expect(await record('destroyed', '2026-11-11')).toEqual([{ pointer: '/on', code: 'in_the_future' }]);
    expect(await record('destroyed', '2026-11-09')).toEqual([{ pointer: '/on', code: 'too_old' }]);
    expect(await record('corrected', '2026-11-10')).toEqual([{ pointer: '/event', code: 'not_for_type' }]);
  });

  it('a blocked record is open to the officer only, until the blocking is lifted', async () => {
    const id = await desk.request('blocking');
    const blocked = await desk.act(recordStep, id, people.privacy_officer, {
      event: 'blocked',
      on: '2026-11-10',
    });
    expect(blocked.body).toMatchObject({ blocked: true, steps: [{ code: 'block', endedOn: '2026-11-10' }] });
    const assign = await desk.act(assignRequest, id, people.manager, { assigneeId: null });
    expect([assign.status, assign.body.why]).toEqual([403, 'blocked']);
    expect((await desk.act(takeRequest, id, people.privacy_officer)).status).toBe(200);
    const lifted = await desk.act(recordStep, id, people.privacy_officer, {
      event: 'unblocked',
      on: '2026-11-10',
    });
    expect(lifted.body.blocked).toBe(false);
  });

  it('a change on a stale version is answered with the current record at the caller’s level, which is logged', async () => {
    const id = await desk.request('contact', { applicant: APPLICANT });
    await desk.act(takeRequest, id, people.support);
    const answer = await desk.act(correctLanguage, id, people.support, { language: 'en' }, 1);
    expect([answer.status, answer.body.code]).toEqual([412, 'stale_version']);
    expect(answer.body.current).toMatchObject({ version: 2, status: 'in_progress', language: 'kk' });
    expect(answer.raw).not.toContain('nurgul.t');
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'request.opened',
      actor: people.support.id,
      data: { because: 'stale_version' },
    });
  });

  it('a change without a version is refused with 428', async () => {
    const id = await desk.request('contact');
    const answer = await app.call(takeRequest, { params: { id }, body: {} } as never, people.support);
    expect([answer.status, answer.body.code]).toEqual([428, 'precondition_required']);
  });

  it('of two simultaneous changes exactly one succeeds', async () => {
    const id = await desk.request('contact');
    const both = await Promise.all([
      desk.act(takeRequest, id, people.support, {}, 1),
      desk.act(takeRequest, id, people.second_support, {}, 1),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await desk.row(id)).version).toBe(2);
  });

  it('an unknown request is 404, one the caller may not change is refused and logged', async () => {
    const missing = await app.call(
      takeRequest,
      { params: { id: 'NP-2026-999999' }, body: {}, version: 1 },
      people.support,
    );
    expect(missing.status).toBe(404);
    const id = await desk.request('deletion');
    const refused = await desk.act(takeRequest, id, people.support);
    expect([refused.status, refused.body.why]).toEqual([403, 'track']);
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'access.refused',
      data: { action: 'request.take', why: 'track' },
    });
  });

  it('accepts the request’s number in place of its id', async () => {
    const id = await desk.request('contact');
    const { reference } = await desk.row(id);
    const answer = await app.call(
      takeRequest,
      { params: { id: reference }, body: {}, version: 1 },
      people.support,
    );
    expect(answer.body.id).toBe(id);
  });
});
