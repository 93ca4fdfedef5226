import { beforeAll, expect, test } from 'vitest';
import {
  countRequests,
  getRequest,
  listRequests,
  requestTrail,
  searchRequests,
} from '#contract/requests-read.ts';
import { addCallNote, addNote, takeRequest } from '#contract/requests-write.ts';
import { type Seeded, seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type Answer, type People, type TestApp, testApp } from '#tests/server/app-harness.ts';

type Seen = keyof Seeded['canaries'];
type Viewer = keyof People;

describeEachDatabase('one request', (current) => {
  let app: TestApp;
  let contact: Seeded;
  let deletion: Seeded;
  let blocked: Seeded;
  const iin = '000000000000';

  beforeAll(async () => {
    app = await testApp(current().db);
    contact = await seedRequest(app, { type: 'contact' });
    deletion = await seedRequest(app, { type: 'deletion' });
    blocked = await seedRequest(app, { type: 'blocking', blocked: true, email: deletion.email });
  });

  const open = (viewer: Viewer, request: Pick<Seeded, 'id'>) =>
    app.call(getRequest, { params: { id: request.id } }, app.people[viewer]);
  /** Classes whose unique values (canaries) occur anywhere in an answer. */
  const leaks = (answer: Answer, { canaries }: Seeded): Seen[] => {
    const bytes = answer.raw + JSON.stringify([...answer.headers]);
    return (Object.keys(canaries) as Seen[]).filter((name) =>
      canaries[name].some((value) => bytes.includes(value)),
    );
  };

  const EXPECTED: Record<
    Exclude<Viewer, 'administrator' | 'second_officer' | 'second_support'>,
    [Seen[], Seen[]]
  > = {
    support: [['identity', 'content', 'technical'], []],
    privacy_officer: [
      ['identity', 'content', 'technical'],
      ['identity', 'content', 'technical'],
    ],
    manager: [[], []],
    auditor: [[], []],
  };

  test.each(Object.entries(EXPECTED))('shows %s only what VISIBILITY grants', async (viewer, levels) => {
    const [onContact, onDeletion] = levels;
    const first = await open(viewer as Viewer, contact);
    const second = await open(viewer as Viewer, deletion);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(leaks(first, contact)).toEqual(onContact);
    expect(leaks(second, deletion)).toEqual(onDeletion);
  });

  test.each(['support', 'manager', 'auditor'] as const)(
    'is a plain skeleton for %s once blocked',
    async (viewer) => {
      const answer = await open(viewer, blocked);
      expect(answer.status).toBe(200);
      expect(leaks(answer, blocked)).toEqual([]);
      expect(answer.body).toMatchObject({ blocked: true, name: { shown: false, hint: null } });
      const fields: { value: unknown }[] = answer.body.fields;
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.map(({ value }) => value)).toEqual(fields.map(() => ({ shown: false, hint: null })));
    },
  );

  test('answers 403 to the administrator and 404 for an unknown id', async () => {
    expect((await open('administrator', contact)).status).toBe(403);
    expect((await open('privacy_officer', { id: crypto.randomUUID() })).status).toBe(404);
    const byNumber = await app.call(getRequest, { params: { id: contact.reference } }, app.people.support);
    expect(byNumber.body.id).toBe(contact.id);
  });

  test('shows masks of a fixed form and what the viewer may reveal or compare', async () => {
    const { body } = await open('privacy_officer', deletion);
    const field = (name: string) => body.fields.find((each: { field: string }) => each.field === name);
    expect(field('email')).toMatchObject({
      class: 'contact_details',
      value: { shown: false, hint: 'q•••@•••.kz' },
      reveal: true,
      compare: true,
    });
    expect(field('phone').value.hint).toMatch(/^\+7 701 •••-••-\d\d$/);
    expect(field('ip').value.hint).toBe('198.51.•.•');
    expect(field('patronymic')).toMatchObject({ value: null, reveal: false });
    expect(field('surname')).toMatchObject({ value: { shown: true }, reveal: false });
    const message = body.timeline.find((item: { kind: string }) => item.kind === 'message');
    expect(message.text.value.hidden).toBe(1);
    expect(message.reveal).toBe(true);
    expect(body.allowed.find((each: { action: string }) => each.action === 'decision.approve')).toEqual({
      action: 'decision.approve',
      ok: false,
      why: 'status',
    });
  });

  test('shows support that a message of the other track exists, but not its text', async () => {
    const { body } = await open('support', deletion);
    const [message] = body.timeline.filter((item: { kind: string }) => item.kind === 'message');
    expect(message).toMatchObject({
      text: { shown: false, hint: null },
      subjectLine: { shown: false, hint: null },
      reveal: false,
    });
    expect(body.name.hint).toBe('Қ. Н.');
    expect(body.openedBy).toBeNull();
  });

  test('shows a call note to its author and the officers only', async () => {
    const note = `Қоңырау белгісі ${iin}`;
    await app.call(addCallNote, { params: { id: deletion.id }, body: { text: note } }, app.people.support);
    await app.call(
      addNote,
      { params: { id: deletion.id }, body: { text: 'ішкі сөз' } },
      app.people.privacy_officer,
    );
    const notes = async (viewer: Viewer) => {
      const { body } = await open(viewer, deletion);
      return body.timeline.flatMap(
        (item: { kind: string; note?: string; text?: { value: { parts: { text: string }[] } } }) =>
          item.kind === 'note' ? [`${item.note}: ${item.text?.value.parts[0]?.text}`] : [],
      );
    };
    expect(await notes('support')).toEqual([`call_note: ${note}`]);
    expect(await notes('second_support')).toEqual([]);
    expect(await notes('manager')).toEqual([]);
    expect(await notes('auditor')).toEqual([]);
    expect((await notes('privacy_officer')).toSorted()).toEqual([`call_note: ${note}`, 'note: ішкі сөз']);
  });

  test('lists its changes in order, and suggests others from the same address', async () => {
    const twin = await seedRequest(app, { type: 'contact', email: contact.email });
    const taken = await app.call(
      takeRequest,
      { params: { id: twin.id }, body: {}, version: 2 },
      app.people.support,
    );
    expect(taken.status).toBe(200);
    const { body } = await open('support', twin);
    expect(body.suggested).toEqual([{ id: contact.id, reference: contact.reference, by: 'email' }]);
    const events = body.timeline.filter((item: { kind: string }) => item.kind === 'event');
    expect(events.at(-1)).toMatchObject({ event: 'request.taken', by: { id: app.people.support.id } });
    expect((await open('manager', twin)).body.suggested).toEqual([]);
    expect((await open('support', deletion)).body.suggested).toEqual([]);
  });

  test('counts the people who opened it, once each', async () => {
    const fresh = await seedRequest(app);
    await open('manager', fresh);
    await open('manager', fresh);
    await open('auditor', fresh);
    expect((await open('privacy_officer', fresh)).body.openedBy).toBe(2);
  });

  test('lists, searches and trails disclose no more to a role than VISIBILITY grants', async () => {
    const calls = async (viewer: Viewer): Promise<Answer[]> => [
      await app.call(listRequests, { query: { view: 'all', limit: 100 } }, app.people[viewer]),
      await app.call(countRequests, {}, app.people[viewer]),
      await app.call(searchRequests, { body: { kind: 'email', value: deletion.email } }, app.people[viewer]),
      await app.call(requestTrail, { params: { id: deletion.id } }, app.people[viewer]),
    ];
    const found = async (viewer: Viewer, of: Seeded) => [
      ...new Set((await calls(viewer)).flatMap((answer) => leaks(answer, of))),
    ];
    for (const viewer of ['manager', 'auditor', 'administrator'] as const)
      for (const request of [contact, deletion, blocked]) expect(await found(viewer, request)).toEqual([]);
    expect(await found('support', deletion)).toEqual([]);
    expect(await found('support', blocked)).toEqual([]);
    expect(await found('support', contact)).toEqual(['identity', 'content']);
    expect(await found('privacy_officer', deletion)).toEqual(['identity', 'content']);
  });

  test('a filter on a guarded field is refused and logged', async () => {
    const answer = await app.fetch(`/api/requests?email=${encodeURIComponent(contact.email)}`, {
      headers: { cookie: `sid=${app.people.privacy_officer.token}` },
    });
    expect(answer.status).toBe(400);
    const { code, body } = await current()
      .db.kysely.selectFrom('audit_event')
      .select(['code', 'body'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(code).toBe('AC002');
    expect(body).not.toContain(contact.email);
  });
});
