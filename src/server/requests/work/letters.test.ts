import { beforeAll, beforeEach, expect, it } from 'vitest';
import { followRequest, getRequest } from '#contract/requests-read.ts';
import {
  answerOutside,
  approveDecision,
  closeRequest,
  proposeDecision,
  sendLetter,
  takeRequest,
  waitForApplicant,
} from '#contract/requests-write.ts';
import { exportCase } from '#contract/trails.ts';
import { actionRow } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import { roles } from '#domain/access/roles.ts';
import { MESSAGE_KINDS, messageKinds } from '#domain/request/message-kinds.ts';
import type { RequestType } from '#domain/request/types.ts';
import { runOutbox } from '#server/mail/outbox.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { ORIGIN, type TestApp, testApp } from '#tests/server/app-harness.ts';
import { configureMail, type Desk, deskOf } from '#tests/server/desk.ts';
import { loadRequest } from '../facts.ts';
import { loseLetter, settleLetter } from './settle-letter.ts';

const START = '2026-11-10T10:00:00Z';
const QUESTION = { kind: 'question', text: 'Сәлеметсіз бе! Операция нөмірін жазыңызшы.' };
const HOLDING = { kind: 'holding', text: 'Сәлеметсіз бе! Өтінішіңізді қарап жатырмыз.' };
const ANSWER = { kind: 'answer', text: 'Сәлеметсіз бе! Жауап осында.' };
const OUTSIDE = { channel: 'phone', at: '2026-11-10T09:59:00Z', text: 'Телефонмен айтылды' };
const PROPOSAL = { outcome: 'fulfilled', grounds: [], evidence: 'Өтініш берушінің жеке басы расталды.' };

describeEachDatabase('letters to the applicant', (current) => {
  let app: TestApp;
  let desk: Desk;
  let people: TestApp['people'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ people } = app);
  });
  beforeEach(async () => {
    app.clock.set(START);
    await configureMail(app, 2525);
    await app.db.kysely.deleteFrom('outbox').execute();
  });

  const received = (type: RequestType = 'contact') =>
    desk.request(type, { receivedAt: '2026-11-10T04:00:00Z' });
  const deliver = () => runOutbox(app.deps, { settle: settleLetter, lose: loseLetter });
  const refusal = async (answer: Promise<{ status: number; body: { why?: string } }>) => {
    const { status, body } = await answer;
    return [status, body.why];
  };
  const approve = async (id: string) => {
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const { reference } = await desk.row(id);
    await desk.act(approveDecision, id, people.second_officer, { reference });
  };

  it('a question makes the request wait and is no answer, written or delivered', async () => {
    const id = await received();
    const { body } = await desk.act(sendLetter, id, people.support, QUESTION);
    expect(body).toMatchObject({
      status: 'waiting_applicant',
      assignee: { id: people.support.id },
      move: { code: 'wait_applicant', of: { kind: 'applicant' } },
      answeredAt: null,
      answerState: null,
    });
    expect(body.timeline).toContainEqual(
      expect.objectContaining({ kind: 'message', letter: 'question', state: 'queued' }),
    );
    expect((await desk.events(id)).at(-1)?.event).toBe('request.asked');
    await deliver();
    const read = await app.call(getRequest, { params: { id } }, people.support);
    expect(read.body).toMatchObject({ status: 'waiting_applicant', answeredAt: null, answeredOn: null });
    expect((await desk.row(id)).late_after).toBe('2026-12-10');
  });

  it('a holding letter changes neither status nor assignee, and is no answer', async () => {
    const id = await received();
    const { body } = await desk.act(sendLetter, id, people.support, HOLDING);
    expect(body).toMatchObject({ status: 'new', assignee: null, move: { code: 'take' }, answeredAt: null });
    expect((await desk.events(id)).at(-1)?.event).toBe('request.informed');
    await deliver();
    expect(await desk.row(id)).toMatchObject({ status: 'new', answered_at: null, answer_state: null });
  });

  it('neither closes the request as answered', async () => {
    const id = await received();
    await desk.act(sendLetter, id, people.support, QUESTION);
    await desk.act(sendLetter, id, people.support, HOLDING);
    await deliver();
    const { body } = await desk.act(closeRequest, id, people.support, { outcome: 'answered' });
    expect(body.errors).toEqual([{ pointer: '/outcome', code: 'no_evidence' }]);
  });

  it('a second question keeps a waiting request waiting', async () => {
    const id = await received();
    await desk.act(takeRequest, id, people.support);
    await desk.act(waitForApplicant, id, people.support, {});
    const { status, body } = await desk.act(sendLetter, id, people.support, QUESTION);
    expect([status, body.status]).toEqual([200, 'waiting_applicant']);
  });

  it('each kind has a subject of its own in the language of the request', async () => {
    const id = await received();
    for (const letter of [HOLDING, QUESTION, ANSWER]) await desk.act(sendLetter, id, people.support, letter);
    app.sentLetters.length = 0;
    await deliver();
    const { reference } = await desk.row(id);
    expect(app.sentLetters.map(({ subject }) => subject).toSorted()).toEqual([
      `Өтінішіңіз бойынша сұрақ [${reference}]`,
      `Өтінішіңіз туралы хабарлама [${reference}]`,
      `Өтінішіңізге жауап [${reference}]`,
    ]);
  });

  it('on a right the answer is refused until the decision is approved; question and holding letter are not', async () => {
    const id = await received('access');
    const send = (body: object) => desk.act(sendLetter, id, people.privacy_officer, body);
    expect(await refusal(send(ANSWER))).toEqual([403, 'decision_approved']);
    expect(await refusal(desk.act(answerOutside, id, people.privacy_officer, OUTSIDE))).toEqual([
      403,
      'decision_approved',
    ]);
    expect((await send(HOLDING)).status).toBe(200);
    expect((await send(QUESTION)).body.status).toBe('waiting_applicant');
    await approve(id);
    const { status, body } = await send(ANSWER);
    expect([status, body.status, body.answerState]).toEqual([200, 'executing', 'on_its_way']);
  });

  it('while a decision waits for approval a holding letter may leave, a question may not', async () => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const send = (body: object) => desk.act(sendLetter, id, people.privacy_officer, body);
    expect(await refusal(send(QUESTION))).toEqual([403, 'status']);
    expect((await send(HOLDING)).body.status).toBe('awaiting_approval');
  });

  it('a matter of the officers that needs no decision is answered at once', async () => {
    const id = await received('privacy_question');
    const { status, body } = await desk.act(sendLetter, id, people.privacy_officer, ANSWER);
    expect([status, body.answerState]).toEqual([200, 'on_its_way']);
  });

  it('how a request stands is followed without an opening, a text or a name of the applicant', async () => {
    const id = await received();
    await desk.act(sendLetter, id, people.support, ANSWER);
    const events = (await desk.events(id)).length;
    const before = await app.call(followRequest, { params: { id } }, people.support);
    expect(before.body).toMatchObject({
      answerState: 'on_its_way',
      answeredAt: null,
      letters: [{ state: 'queued' }],
    });
    await deliver();
    const after = await app.call(followRequest, { params: { id } }, people.manager);
    expect(after.body).toMatchObject({
      version: before.body.version,
      answerState: null,
      answeredOn: '2026-11-10',
      letters: [{ state: 'sent' }],
    });
    expect(after.raw).not.toMatch(/Нұргүл|nurgul|Сәлеметсіз/);
    expect((await desk.events(id)).length).toBe(events + 1); // the letter's own
  });

  it('the streams are told of sending apart from changes of the request', async () => {
    const told: { id: string; change: string }[] = [];
    const ears = await app.db.listen(
      'requests',
      (payload) => told.push(...JSON.parse(payload)),
      () => undefined,
    );
    const id = await received();
    await desk.act(sendLetter, id, people.support, QUESTION);
    await deliver();
    const changes = () => told.filter((each) => each.id === id).map(({ change }) => change);
    // Registered, asked, being sent, sent.
    await expect.poll(changes).toEqual(['new', 'changed', 'letter', 'letter']);
    await ears();
  });

  it.each(messageKinds)('%s is allowed to exactly those whom its action names', async (kind) => {
    const { action } = MESSAGE_KINDS[kind];
    for (const type of ['contact', 'deletion'] as const)
      for (const role of roles) {
        const id = await received(type);
        const found = await app.db.transaction((tx) => loadRequest(tx, id));
        const answer = await desk.act(sendLetter, id, people[role], { kind, text: 'Хат' });
        const verdict = can(people[role], action, found?.facts);
        expect([type, role, answer.status]).toEqual([type, role, verdict.ok ? 200 : 403]);
        const { event } = actionRow(action);
        const own = (await desk.events(id)).filter((each) => each.event === event);
        expect([type, role, own.length]).toEqual([type, role, verdict.ok ? 1 : 0]);
      }
  });

  it('all kinds are granted to the same roles, because a role is checked before the kind is read', () => {
    const holders = messageKinds.map((kind) => Object.keys(actionRow(MESSAGE_KINDS[kind].action).who));
    expect(new Set(holders.map(String)).size).toBe(1);
  });

  it('a refusal is logged under the action that was tried', async () => {
    const id = await received('deletion');
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    await desk.act(sendLetter, id, people.privacy_officer, QUESTION);
    expect((await desk.events(id)).at(-1)).toMatchObject({
      event: 'access.refused',
      data: { action: 'request.ask', why: 'status' },
    });
  });

  it('a kind is required, and the former address of answers is gone', async () => {
    const id = await received();
    const bare = await desk.act(sendLetter, id, people.support, { text: 'Хат' });
    expect(bare.body.errors).toEqual([{ pointer: '/kind', code: 'unknown_value' }]);
    const former = await app.fetch(`/api/requests/${id}/answers`, {
      method: 'POST',
      headers: {
        cookie: `sid=${people.support.token}`,
        origin: ORIGIN,
        'content-type': 'application/json',
        'if-match': '"r1"',
      },
      body: JSON.stringify({ text: 'Хат' }),
    });
    expect(former.status).toBe(404);
    expect((await desk.row(id)).version).toBe(1);
  });

  it('the case file says kept only of an answer that arrived, and not kept once the day has passed', async () => {
    const id = await received('privacy_question');
    const kept = async () =>
      (await app.call(exportCase, { params: { id }, body: {} }, people.privacy_officer)).body.promiseKept;
    await desk.act(sendLetter, id, people.privacy_officer, QUESTION);
    await deliver();
    expect(await kept()).toBeNull();
    await desk.act(sendLetter, id, people.privacy_officer, ANSWER);
    expect(await kept()).toBeNull();
    await deliver();
    expect(await kept()).toBe(true);
    const late = await received('privacy_question');
    await desk.act(sendLetter, late, people.privacy_officer, HOLDING);
    await deliver();
    app.clock.set('2026-12-11T04:00:00Z');
    people = await signedInAgain();
    const file = await app.call(exportCase, { params: { id: late }, body: {} }, people.privacy_officer);
    expect(file.body.promiseKept).toBe(false);
  });

  /** A month later the sessions have ended. */
  async function signedInAgain(): Promise<TestApp['people']> {
    const officer = people.privacy_officer;
    return { ...people, privacy_officer: { ...officer, token: await app.signIn(officer) } };
  }
});
