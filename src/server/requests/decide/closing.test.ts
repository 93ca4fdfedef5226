import { beforeAll, beforeEach, expect, it } from 'vitest';
import { getRequest } from '#contract/requests-read.ts';
import {
  answerOutside,
  approveDecision,
  closeRequest,
  convertRequest,
  proposeDecision,
  reopenRequest,
  returnDecision,
  sendLetter,
  takeRequest,
} from '#contract/requests-write.ts';
import type { RequestType } from '#domain/request/types.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { configureMail, type Desk, deskOf } from '#tests/server/desk.ts';

describeEachDatabase('answering and closing a request', (current) => {
  let app: TestApp;
  let desk: Desk;
  let people: TestApp['people'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ people } = app);
  });
  beforeEach(() => configureMail(app, 2525));

  const OUTSIDE = { channel: 'phone', at: '2026-11-10T09:59:00Z', text: 'Телефонмен айтылды' };
  const LETTER = { kind: 'answer', text: 'Жауап' };
  const EVIDENCE = 'Серверден, поштадан және аналитикадан өшірілді.';
  const PROPOSAL = {
    outcome: 'fulfilled',
    grounds: [],
    evidence: 'Өтініш берушінің жеке басы расталды, деректері табылды.',
  };
  const received = (type: RequestType, more = {}) =>
    desk.request(type, { receivedAt: '2026-11-10T04:00:00Z', ...more });
  const close = (id: string, as: TestPerson, body: object) => desk.act(closeRequest, id, as, body);
  const approve = async (id: string, as = people.second_officer, reference?: string) =>
    desk.act(approveDecision, id, as, { reference: reference ?? (await desk.row(id)).reference });
  const decided = async (type: RequestType = 'deletion', proposal: object = PROPOSAL) => {
    const id = await received(type);
    await desk.act(proposeDecision, id, people.privacy_officer, proposal);
    await approve(id);
    return id;
  };

  it('an answer is queued and assigns the request; the promise is kept only when it arrives', async () => {
    const id = await received('contact');
    const { body } = await desk.act(sendLetter, id, people.support, {
      kind: 'answer',
      subjectLine: 'Шотыңыз туралы',
      text: 'Сәлеметсіз бе! Жауап осында.',
    });
    expect(body).toMatchObject({
      status: 'in_progress',
      assignee: { id: people.support.id },
      answeredAt: null,
      move: { code: 'close', mine: true },
    });
    expect(body.timeline).toContainEqual(
      expect.objectContaining({ kind: 'message', direction: 'out', state: 'queued' }),
    );
    const outbox = await app.db.kysely
      .selectFrom('outbox')
      .selectAll()
      .where('request_id', '=', id)
      .execute();
    expect(outbox).toMatchObject([{ state: 'queued', attempts: 0 }]);
    expect(outbox[0]?.mail_id).toMatch(/^<[\da-f-]{36}@ainek\.example>$/);
    expect((await desk.events(id)).at(-1)?.event).toBe('request.answered');
  });

  it('an answer by letter is refused without an address or a mail server', async () => {
    const nowhere = await received('contact', { applicant: { phone: '+7 701 555 01 01' } });
    const noAddress = await desk.act(sendLetter, nowhere, people.support, LETTER);
    expect([noAddress.status, noAddress.body.why]).toEqual([422, 'no_address']);
    await configureMail(app, null);
    const id = await received('contact');
    const noServer = await desk.act(sendLetter, id, people.support, LETTER);
    expect([noServer.status, noServer.body.why]).toEqual([422, 'not_configured']);
  });

  it('an answer given outside keeps the promise at the time it was given', async () => {
    const id = await received('consumer_claim');
    const { body } = await desk.act(answerOutside, id, people.support, OUTSIDE);
    expect(body).toMatchObject({
      answeredAt: '2026-11-10T09:59:00.000Z',
      answeredOn: '2026-11-10',
      steps: [{ code: 'answer_claim', endedOn: '2026-11-10' }],
      move: { code: 'close' },
    });
    expect((await desk.row(id)).late_after).toBeNull();
  });

  it('an earlier answer moves the day on which the promise was kept, a later one does not', async () => {
    const id = await received('contact');
    await desk.act(answerOutside, id, people.support, { ...OUTSIDE, at: '2026-11-10T06:00:00Z' });
    const later = await desk.act(answerOutside, id, people.support, OUTSIDE);
    expect(later.body.answeredAt).toBe('2026-11-10T06:00:00.000Z');
    const earlier = await desk.act(answerOutside, id, people.support, {
      ...OUTSIDE,
      at: '2026-11-10T05:00:00Z',
    });
    expect(earlier.body.answeredAt).toBe('2026-11-10T05:00:00.000Z');
  });

  it('an answer in the future or before the receipt is refused', async () => {
    const id = await received('contact');
    const at = async (moment: string) =>
      (await desk.act(answerOutside, id, people.support, { ...OUTSIDE, at: moment })).body.errors;
    expect(await at('2026-11-10T10:00:01Z')).toEqual([{ pointer: '/at', code: 'in_the_future' }]);
    expect(await at('2026-11-10T03:59:59Z')).toEqual([{ pointer: '/at', code: 'too_old' }]);
  });

  it('the outcome `answered` needs an answer', async () => {
    const id = await received('contact');
    const bare = await close(id, people.support, { outcome: 'answered' });
    expect(bare.body.errors).toEqual([{ pointer: '/outcome', code: 'no_evidence' }]);
    await desk.act(answerOutside, id, people.support, OUTSIDE);
    const { body } = await close(id, people.support, { outcome: 'answered' });
    expect(body).toMatchObject({ status: 'closed', outcome: 'answered', move: { code: 'none' } });
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'request.closed',
      data: { outcome: 'answered', answer: 'arrived' },
    });
  });

  it('closing on a letter still in the outbox is allowed and says so', async () => {
    const id = await received('contact');
    await desk.act(sendLetter, id, people.support, LETTER);
    const { body } = await close(id, people.support, { outcome: 'answered' });
    expect(body).toMatchObject({ status: 'closed', answeredAt: null });
    expect((await desk.events(id)).at(-1)?.data).toMatchObject({ answer: 'on_its_way' });
  });

  it('an outcome of another kind of request is refused', async () => {
    const id = await received('contact');
    const answer = await close(id, people.support, { outcome: 'fulfilled' });
    expect(answer.body.errors).toEqual([{ pointer: '/outcome', code: 'not_for_type' }]);
  });

  it('an outcome without an answer needs a reason', async () => {
    const id = await received('contact');
    const bare = await close(id, people.support, { outcome: 'no_reply_needed', reason: ' ' });
    expect(bare.body.errors).toEqual([{ pointer: '/reason', code: 'required' }]);
    const { body } = await close(id, people.support, { outcome: 'no_reply_needed', reason: 'Жарнама' });
    expect(body).toMatchObject({ status: 'closed', answeredAt: null });
  });

  it('a duplicate names its original, which takes over the earlier receipt', async () => {
    const first = await received('contact', { receivedAt: '2026-11-09T04:00:00Z' });
    const original = await received('contact');
    const { reference } = await desk.row(original);
    const { body } = await close(first, people.support, {
      outcome: 'duplicate',
      reason: 'Бір хат екі рет келді',
      duplicateOf: reference,
    });
    expect(body).toMatchObject({ outcome: 'duplicate', duplicateOf: { id: original, receiptMoved: true } });
    expect(await desk.row(original)).toMatchObject({
      received_on: '2026-11-09',
      due_on: '2026-12-09',
      version: 2,
    });
    expect((await desk.events(original)).at(-1)).toMatchObject({
      event: 'request.receipt_corrected',
      data: { because: (await desk.row(first)).reference },
    });
  });

  const linked = async (duplicate: string, original: string, as: TestPerson) => {
    const { reference } = await desk.row(original);
    const reason = 'Бір адам екі рет жазған';
    return close(duplicate, as, { outcome: 'duplicate', reason, duplicateOf: reference });
  };

  it('support cannot move the clock of a right by a duplicate of its own track', async () => {
    const original = await received('incident');
    const before = await desk.row(original);
    const duplicate = await received('contact', { receivedAt: '2026-11-09T04:00:00Z' });
    const answer = await linked(duplicate, original, people.support);
    expect(answer.status).toBe(200);
    expect(answer.body.duplicateOf).toEqual({
      id: original,
      reference: before.reference,
      receiptMoved: false,
      receiptKept: 'not_allowed',
    });
    expect(await desk.row(original)).toEqual(before);
    expect((await desk.events(original)).map(({ event }) => event)).not.toContain(
      'request.receipt_corrected',
    );
    expect((await desk.events(duplicate)).at(-1)).toMatchObject({
      event: 'request.closed',
      data: { receiptMoved: false, receiptKept: 'not_allowed' },
    });
  });

  it('a duplicate moves no receipt that its linker could not correct: one that a colleague has taken', async () => {
    const original = await received('contact');
    await desk.act(takeRequest, original, people.second_support);
    const duplicate = await received('contact', { receivedAt: '2026-11-09T04:00:00Z' });
    const { body } = await linked(duplicate, original, people.support);
    expect(body.duplicateOf).toMatchObject({ receiptMoved: false, receiptKept: 'not_allowed' });
    expect((await desk.row(original)).received_on).toBe('2026-11-10');
  });

  it('a duplicate of another sender or of a test moves no receipt', async () => {
    const original = await received('contact');
    const stranger = { surname: 'Бөтенов', email: `${crypto.randomUUID()}@example.kz` };
    const other = await received('contact', { receivedAt: '2026-11-09T04:00:00Z', applicant: stranger });
    const { body } = await linked(other, original, people.privacy_officer);
    expect(body.duplicateOf).toMatchObject({ receiptMoved: false, receiptKept: 'other_sender' });
    const test = await received('contact', { receivedAt: '2026-11-09T04:00:00Z' });
    await app.db.kysely.updateTable('request').set({ test: true }).where('id', '=', test).execute();
    await linked(test, original, people.privacy_officer);
    expect((await desk.row(original)).received_on).toBe('2026-11-10');
  });

  it('with the receipt move the steps that it starts, and every stored date', async () => {
    const original = await received('incident');
    expect((await desk.row(original)).order_on).toBe('2026-11-11');
    const duplicate = await received('contact', {
      receivedAt: '2026-11-03T04:00:00Z',
      receiptReason: 'Пошта',
    });
    const { body } = await linked(duplicate, original, people.privacy_officer);
    expect(body.duplicateOf).toMatchObject({ receiptMoved: true, receiptKept: null });
    const row = await desk.row(original);
    expect(row).toMatchObject({ received_on: '2026-11-03', due_on: '2026-12-03', order_on: '2026-11-04' });
    expect(JSON.parse(row.steps)).toMatchObject([{ startedOn: '2026-11-03', dueOn: '2026-11-04' }]);
    const read = await app.call(getRequest, { params: { id: original } }, people.privacy_officer);
    expect(read.body.stepEvents).toEqual([{ event: 'breach_detected', on: '2026-11-03' }]);
    // The original's own message came when it came.
    expect(read.body.timeline[0]).toMatchObject({ kind: 'message', at: '2026-11-10T04:00:00.000Z' });
  });

  it('a duplicate of nothing, of itself or of a duplicate is refused', async () => {
    const id = await received('contact');
    const fault = async (duplicateOf?: string) =>
      (await close(id, people.support, { outcome: 'duplicate', reason: 'Қайталау', duplicateOf })).body
        .errors;
    expect(await fault()).toEqual([{ pointer: '/duplicateOf', code: 'required' }]);
    expect(await fault('NP-2026-999999')).toEqual([{ pointer: '/duplicateOf', code: 'unknown_value' }]);
    expect(await fault((await desk.row(id)).reference)).toEqual([
      { pointer: '/duplicateOf', code: 'unknown_value' },
    ]);
  });

  it.each([
    ['in small letters', (number: string) => number.toLowerCase()],
    ['on a Cyrillic layout', (number: string) => number.replace('NP', 'ТЗ')],
    ['on a Cyrillic layout in small letters', (number: string) => number.replace('NP', 'тз')],
    ['with spaces', (number: string) => ` ${number.replaceAll('-', ' ')} `],
    ['with the hyphens that Word makes', (number: string) => number.replaceAll('-', '\u2011')],
  ])('a decision is approved by the number typed %s', async (_, typed) => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const { reference } = await desk.row(id);
    expect((await approve(id, people.second_officer, typed(reference))).status).toBe(200);
  });

  it.each([
    ['without its mark and year', (number: string) => number.slice(-6)],
    ['of another request', (number: string) => number.replace(/.$/, (last) => (last === '9' ? '0' : '9'))],
  ])('a decision is not approved by a number %s', async (_, typed) => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const { reference } = await desk.row(id);
    const answer = await approve(id, people.second_officer, typed(reference));
    expect(answer.body.errors).toEqual([{ pointer: '/reference', code: 'mismatch' }]);
  });

  it('a right is fulfilled by a decision of two officers, an answer and evidence', async () => {
    const id = await received('deletion');
    const proposed = await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    expect(proposed.body).toMatchObject({
      status: 'awaiting_approval',
      assignee: { id: people.privacy_officer.id },
      move: { code: 'approve', mine: false },
      decision: { outcome: 'fulfilled', proposedBy: { id: people.privacy_officer.id }, approvedBy: null },
    });
    const approved = await approve(id);
    expect(approved.body).toMatchObject({
      status: 'executing',
      decision: { approvedBy: { id: people.second_officer.id } },
      move: { code: 'answer', of: { id: people.privacy_officer.id } },
    });
    const unanswered = await close(id, people.privacy_officer, { outcome: 'fulfilled', evidence: EVIDENCE });
    expect(unanswered.body.errors).toEqual([{ pointer: '/outcome', code: 'no_evidence' }]);
    const answered = await desk.act(answerOutside, id, people.privacy_officer, OUTSIDE);
    expect(answered.body).toMatchObject({ status: 'executing', move: { code: 'carry_out' } });
    const bare = await close(id, people.privacy_officer, { outcome: 'fulfilled' });
    expect(bare.body.errors).toEqual([{ pointer: '/evidence', code: 'required' }]);
    const { body } = await close(id, people.privacy_officer, { outcome: 'fulfilled', evidence: EVIDENCE });
    expect(body).toMatchObject({ status: 'closed', outcome: 'fulfilled' });
  });

  it('closes only with the outcome that was decided', async () => {
    const id = await decided();
    await desk.act(answerOutside, id, people.privacy_officer, OUTSIDE);
    const answer = await close(id, people.privacy_officer, { outcome: 'refused', evidence: EVIDENCE });
    expect(answer.body.errors).toEqual([{ pointer: '/outcome', code: 'mismatch' }]);
  });

  it('a right without a decision is neither answered nor fulfilled', async () => {
    const id = await received('deletion');
    const early = await desk.act(answerOutside, id, people.privacy_officer, OUTSIDE);
    expect([early.status, early.body.why]).toEqual([403, 'decision_approved']);
    const answer = await close(id, people.privacy_officer, { outcome: 'fulfilled', evidence: EVIDENCE });
    expect(answer.body.errors).toEqual([{ pointer: '/outcome', code: 'no_evidence' }]);
  });

  it('an officer cannot approve their own proposal', async () => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const answer = await approve(id, people.privacy_officer);
    expect([answer.status, answer.body.why]).toEqual([403, 'not_proposer']);
  });

  it('approving requires typing the request’s number', async () => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const answer = await approve(id, people.second_officer, 'NP-2026-000000');
    expect(answer.body.errors).toEqual([{ pointer: '/reference', code: 'mismatch' }]);
  });

  it('a refusal needs a ground, a restriction an end date', async () => {
    const id = await received('deletion');
    const fault = async (more: object) =>
      (await desk.act(proposeDecision, id, people.privacy_officer, { ...PROPOSAL, ...more })).body.errors;
    expect(await fault({ outcome: 'refused' })).toEqual([{ pointer: '/grounds', code: 'required' }]);
    expect(await fault({ outcome: 'restricted', grounds: ['G1'] })).toEqual([
      { pointer: '/restrictUntil', code: 'required' },
    ]);
    expect(await fault({ outcome: 'restricted', grounds: ['G1'], restrictUntil: '2026-11-10' })).toEqual([
      { pointer: '/restrictUntil', code: 'too_old' },
    ]);
  });

  it('a decision can propose only outcomes of the request’s type', async () => {
    const id = await received('access');
    const answer = await desk.act(proposeDecision, id, people.privacy_officer, {
      ...PROPOSAL,
      outcome: 'restricted',
      grounds: ['G1'],
      restrictUntil: '2027-01-01',
    });
    expect(answer.body.errors).toEqual([{ pointer: '/outcome', code: 'not_for_type' }]);
  });

  it('a returned decision ends and goes back to its proposer', async () => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const { body } = await desk.act(returnDecision, id, people.second_officer, {
      reason: 'Аналитика тексерілмеген',
    });
    expect(body).toMatchObject({ status: 'in_progress', decision: null, move: { code: 'decide' } });
    const again = await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    expect(again.body.status).toBe('awaiting_approval');
  });

  it('the type cannot change while a decision waits, and can once it is returned', async () => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const frozen = await desk.act(convertRequest, id, people.privacy_officer, { type: 'access' });
    expect([frozen.status, frozen.body.why]).toEqual([403, 'status']);
    await desk.act(returnDecision, id, people.second_officer, { reason: 'Бұл қол жеткізу туралы' });
    const { body } = await desk.act(convertRequest, id, people.privacy_officer, { type: 'access' });
    expect(body).toMatchObject({ type: 'access', decision: null });
  });

  it('a withdrawn right closes and ends the waiting decision', async () => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const { body } = await close(id, people.privacy_officer, {
      outcome: 'withdrawn',
      reason: 'Өтініш беруші қайтарып алды',
    });
    expect(body).toMatchObject({ status: 'closed', outcome: 'withdrawn', decision: null });
  });

  it('reopening needs a reason, keeps the first deadline and needs a new decision', async () => {
    const id = await decided();
    await desk.act(answerOutside, id, people.privacy_officer, OUTSIDE);
    await close(id, people.privacy_officer, { outcome: 'fulfilled', evidence: EVIDENCE });
    const bare = await desk.act(reopenRequest, id, people.privacy_officer, { reason: '' });
    expect(bare.status).toBe(400);
    const { body } = await desk.act(reopenRequest, id, people.privacy_officer, {
      reason: 'Бір жүйе қалып қойған',
    });
    expect(body).toMatchObject({
      status: 'in_progress',
      outcome: null,
      closedAt: null,
      dueOn: '2026-12-10',
      move: { code: 'decide' },
    });
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'request.reopened',
      data: { outcome: 'fulfilled' },
    });
  });

  it('a closed request takes no further change', async () => {
    const id = await received('contact');
    await close(id, people.support, { outcome: 'no_reply_needed', reason: 'Жарнама' });
    const answer = await desk.act(takeRequest, id, people.support);
    expect([answer.status, answer.body.why]).toEqual([403, 'status']);
  });

  it('the stored dates and moves equal what the domain computes', async () => {
    const id = await decided('withdrawal', { ...PROPOSAL });
    const row = await desk.row(id);
    expect(row).toMatchObject({ move: 'answer', move_person: people.privacy_officer.id, move_role: null });
    expect(row.order_on).toBe(JSON.parse(row.steps)[0].dueOn);
  });
});
