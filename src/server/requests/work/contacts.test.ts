/** An address or number inside what was typed is indexed, found and written to. */
import { beforeAll, expect, test } from 'vitest';
import { searchRequests } from '#contract/requests-read.ts';
import { sendLetter } from '#contract/requests-write.ts';
import { composeLetter } from '#server/mail/compose.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { configureMail, type Desk, deskOf } from '#tests/server/desk.ts';
import { deliver, newSite, type Site } from '#tests/server/intake-client.ts';

const LETTER = { kind: 'answer', text: 'Жауап' };

describeEachDatabase('contacts as they are typed', (current) => {
  let app: TestApp;
  let desk: Desk;
  let site: Site;
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    site = await newSite(app, {});
    await configureMail(app, 2525);
  });
  const find = async (kind: 'email' | 'phone', value: string) => {
    const answer = await app.call(searchRequests, { body: { kind, value } }, app.people.privacy_officer);
    return answer.body.items.map(({ id }: { id: string }) => id);
  };

  test.each([
    [{ phone: '8 (727) 250-00-11 вн. 104' }, 'phone', '+77272500011'],
    [{ phone: '8 701 100 00 01, 8 702 100 00 02 (WhatsApp)' }, 'phone', '87021000002'],
    [{ phone: 'tel:+77011000003' }, 'phone', '7011000003'],
    [{ phone: '00998901234504' }, 'phone', '+998 90 123 45 04'],
    [{ email: 'Asel <Asel.05@mail.example>' }, 'email', 'asel.05@mail.example'],
    [{ email: 'mailto:asel.06@mail.example,' }, 'email', 'Asel.06@mail.example'],
    [{ phone: 'жоқ, хат жазыңыз: asel.07@mail.example' }, 'email', 'asel.07@mail.example'],
    [{ email: '8 701 100 00 08' }, 'phone', '+77011000008'],
    [{ phone: '8 727 250 00 19' }, 'phone', '250-00-19'],
  ] as const)('%j can be replied to and is found by %s %s', async (contact, kind, value) => {
    const { status, body } = await deliver(app, site, { body: { message: 'Тапсырысым қайда?', ...contact } });
    expect([status, body.noWayToReply]).toEqual([201, false]);
    expect(await find(kind, value)).toContain(body.id);
  });

  test.each([{ phone: 'нет', email: 'жоқ' }, { phone: '12', email: '@' }, {}])(
    '%j leaves no way to reply',
    async (contact) => {
      const { status, body } = await deliver(app, site, {
        body: { message: 'Тапсырысым қайда?', ...contact },
      });
      expect([status, body.noWayToReply]).toEqual([201, true]);
    },
  );

  test('a letter goes to the address inside', async () => {
    const id = await desk.request('contact', {
      applicant: { email: '', phone: 'Asel <Asel.09@mail.example>, 8 701 100 00 09' },
    });
    expect((await desk.act(sendLetter, id, app.people.support, LETTER)).status).toBe(200);
    const letter = await app.db.transaction(async (tx) => {
      const box = await tx
        .selectFrom('outbox')
        .select(['id', 'message_id', 'mail_id'])
        .where('request_id', '=', id)
        .executeTakeFirstOrThrow();
      const claim = {
        id: box.id,
        messageId: box.message_id,
        requestId: id,
        mailId: box.mail_id,
        attempts: 1,
      };
      return composeLetter(tx, app.deps, claim);
    });
    expect(letter).toMatchObject({ to: 'asel.09@mail.example' });
  });
});
