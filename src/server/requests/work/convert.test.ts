import { beforeAll, beforeEach, expect, it } from 'vitest';
import { countRequests } from '#contract/requests-read.ts';
import {
  answerOutside,
  approveDecision,
  closeRequest,
  convertBackRequest,
  convertRequest,
  proposeDecision,
  sendLetter,
} from '#contract/requests-write.ts';
import { exportCase } from '#contract/trails.ts';
import { runOutbox } from '#server/mail/outbox.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { configureMail, type Desk, deskOf } from '#tests/server/desk.ts';
import { loseLetter, settleLetter } from './settle-letter.ts';

const OUTSIDE = { channel: 'phone', at: '2026-11-10T09:59:00Z', text: 'Телефонмен айтылды' };
const LETTER = { kind: 'answer', text: 'Сәлеметсіз бе! Жауап осында.' };
const PROPOSAL = { outcome: 'fulfilled', grounds: [], evidence: 'Өтініш берушінің жеке басы расталды.' };
const ANSWERED = { answered_at: '2026-11-10T09:59:00.000Z', answered_on: '2026-11-10', late_after: null };
const UNANSWERED = { answered_at: null, answered_on: null, answer_state: null, late_after: '2026-12-10' };

describeEachDatabase('an answered question that becomes a right', (current) => {
  let app: TestApp;
  let desk: Desk;
  let people: TestApp['people'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ people } = app);
  });
  beforeEach(async () => {
    app.clock.set('2026-11-10T10:00:00Z');
    await configureMail(app, 2525);
    await app.db.kysely.deleteFrom('outbox').execute();
  });

  const received = () => desk.request('contact', { receivedAt: '2026-11-10T04:00:00Z' });
  const deliver = () => runOutbox(app.deps, { settle: settleLetter, lose: loseLetter });
  const convert = (id: string, type: string) =>
    desk.act(convertRequest, id, people.privacy_officer, { type });
  const convertBack = (id: string) =>
    desk.act(convertBackRequest, id, people.privacy_officer, { type: 'contact', reason: 'Бұл жай сұрақ' });
  const answered = async () => {
    const id = await received();
    await desk.act(answerOutside, id, people.privacy_officer, OUTSIDE);
    return id;
  };
  const decide = async (id: string) => {
    await desk.act(proposeDecision, id, people.privacy_officer, PROPOSAL);
    const { reference } = await desk.row(id);
    await desk.act(approveDecision, id, people.second_officer, { reference });
  };
  const close = (id: string) =>
    desk.act(closeRequest, id, people.privacy_officer, { outcome: 'fulfilled', evidence: 'Өшірілді.' });

  it('is not answered as a right, and its clocks run on', async () => {
    const id = await answered();
    expect(await desk.row(id)).toMatchObject(ANSWERED);
    const { body } = await convert(id, 'deletion');
    expect(body).toMatchObject({ answeredAt: null, answerState: null, move: { code: 'decide' } });
    expect(body.steps).toMatchObject([{ code: 'answer_deletion', endedOn: null }]);
    expect(await desk.row(id)).toMatchObject(UNANSWERED);
  });

  it('is overdue as a right whose promise has passed, in the case file and in the counts', async () => {
    const promise = async (id: string) =>
      (await app.call(exportCase, { params: { id }, body: { names: false } }, people.privacy_officer)).body
        .promiseKept;
    const overdue = async () => (await app.call(countRequests, {}, people.privacy_officer)).body.overdue;
    const id = await desk.request('contact', {
      receivedAt: '2026-10-08T04:00:00Z',
      receiptReason: 'Пошта',
    });
    await desk.act(answerOutside, id, people.privacy_officer, { ...OUTSIDE, at: '2026-10-09T04:00:00Z' });
    const before = await overdue();
    expect(await promise(id)).toBe(true);
    await convert(id, 'access');
    expect([await promise(id), await overdue()]).toEqual([false, before + 1]);
    await convertBack(id);
    expect([await promise(id), await overdue()]).toEqual([true, before]);
  });

  it('closes as fulfilled only after an answer on the decision', async () => {
    const id = await answered();
    await convert(id, 'access');
    await decide(id);
    expect(await desk.row(id)).toMatchObject({ ...UNANSWERED, move: 'answer' });
    expect((await close(id)).body.errors).toEqual([{ pointer: '/outcome', code: 'no_evidence' }]);
    await desk.act(answerOutside, id, people.privacy_officer, { ...OUTSIDE, at: '2026-11-10T10:00:00Z' });
    expect(await desk.row(id)).toMatchObject({
      answered_at: '2026-11-10T10:00:00.000Z',
      move: 'carry_out',
    });
    expect((await close(id)).body).toMatchObject({ status: 'closed', outcome: 'fulfilled' });
  });

  it('is answered as before when it is converted back', async () => {
    const id = await answered();
    await convert(id, 'deletion');
    const { body } = await convertBack(id);
    expect(body).toMatchObject({ answeredAt: ANSWERED.answered_at, move: { code: 'close' } });
    expect(await desk.row(id)).toMatchObject(ANSWERED);
  });

  it('takes no letter that arrives after the conversion for its answer, and remembers when it arrived', async () => {
    const id = await received();
    await desk.act(sendLetter, id, people.privacy_officer, LETTER);
    expect(await desk.row(id)).toMatchObject({ answer_state: 'on_its_way' });
    await convert(id, 'access');
    expect(await desk.row(id)).toMatchObject(UNANSWERED);
    app.clock.set('2026-11-10T10:05:00Z');
    await deliver();
    expect(await desk.row(id)).toMatchObject(UNANSWERED);
    app.clock.set('2026-11-10T10:10:00Z');
    await convertBack(id);
    expect(await desk.row(id)).toMatchObject({
      answered_at: '2026-11-10T10:05:00.000Z',
      answered_on: '2026-11-10',
      late_after: null,
    });
  });

  it('keeps its answer where no two officers decide, as on a question about privacy', async () => {
    const id = await answered();
    await convert(id, 'privacy_question');
    expect(await desk.row(id)).toMatchObject(ANSWERED);
  });

  it('of a right from the start is answered by the letter on its decision', async () => {
    const id = await desk.request('access', { receivedAt: '2026-11-10T04:00:00Z' });
    await decide(id);
    await desk.act(sendLetter, id, people.privacy_officer, LETTER);
    app.clock.set('2026-11-10T10:05:00Z');
    await deliver();
    expect(await desk.row(id)).toMatchObject({ answered_at: '2026-11-10T10:05:00.000Z', move: 'carry_out' });
  });
});
