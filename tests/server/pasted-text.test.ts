/** What copying from Word, a PDF or a contact list leaves in a text refuses nobody, wherever the text is entered. */
import { beforeAll, expect, test } from 'vitest';
import { getRequest, searchRequests } from '#contract/requests-read.ts';
import { addNote, getDraft, registerRequest, saveDraft, sendLetter } from '#contract/requests-write.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from './app-harness.ts';
import { configureMail, type Desk, deskOf } from './desk.ts';
import { deliver, newSite, type Site } from './intake-client.ts';

/** Every invisible and control character that was seen in a person's message, and half an emoji. */
const PASTED =
  '\ufeffЗдравствуйте\u0002!\r\nМой \u202aномер\u202c \u2066указан\u2069 \u202eвыше\u202c.\u001f\u0000 Спасибо \ud83d';
const CLEAN = 'Здравствуйте!\nМой номер указан выше. Спасибо \ufffd';
const EMAIL = '\u202aPasted.Person@mail.example\u202c\u0002';
const PHONE = '\u202a+7\u00a0702\u2011555\u201144\u201133\u202c\ufeff';

describeEachDatabase('a pasted text', (current) => {
  let app: TestApp;
  let desk: Desk;
  let site: Site;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    site = await newSite(app, {});
    await configureMail(app, 2525);
  });

  const read = async (id: string) =>
    (await app.call(getRequest, { params: { id } }, app.people.privacy_officer)).body;

  test('is a request from the site, with its address and number indexed', async () => {
    const { status, body } = await deliver(app, site, {
      body: {
        message: PASTED,
        surname: '\u2068Ах\u00adметова\u2069\n',
        email: EMAIL,
        phone: PHONE,
        extra: [{ label: 'город\u0007', value: PASTED }],
        network: { ip: '\u202a203.0.113.9\u202c' },
      },
    });
    expect([status, body.noWayToReply]).toEqual([201, false]);
    expect(JSON.stringify(await read(body.id))).toContain(JSON.stringify(CLEAN).slice(1, -1));
    const found = await app.call(
      searchRequests,
      { body: { kind: 'phone', value: '\u200e87025554433\u202c\u0002' } },
      app.people.privacy_officer,
    );
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    expect(found.body.items[0].name.value).toBe('Ахметова');
  });

  test('is registered, noted, drafted and sent', async () => {
    const { support } = app.people;
    const registered = await app.call(
      registerRequest,
      {
        body: {
          type: 'contact',
          channel: 'phone',
          receivedAt: app.clock.now().toString(),
          subjectLine: PASTED,
          message: PASTED,
          applicant: { firstName: PASTED, email: EMAIL, phone: PHONE },
        },
      },
      support,
    );
    expect(registered.status).toBe(201);
    const { id } = registered.body;
    const note = await app.call(addNote, { params: { id }, body: { text: PASTED } }, support);
    expect(note.status).toBe(201);
    const draft = { params: { id, kind: 'answer' as const }, version: 0, body: { text: PASTED } };
    expect((await app.call(saveDraft, draft, support)).status).toBe(200);
    const kept = await app.call(getDraft, { params: draft.params }, support);
    expect(kept.body.text).toBe(CLEAN);
    expect((await desk.act(sendLetter, id, support, { kind: 'answer', text: PASTED })).status).toBe(200);
    const seen = JSON.stringify(await read(id));
    expect(seen.split(JSON.stringify(CLEAN).slice(1, -1)).length - 1).toBeGreaterThanOrEqual(3);
  });
});
