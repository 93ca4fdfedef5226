import { beforeAll, expect, it } from 'vitest';
import { addCallNote, addNote } from '#contract/requests-write.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';

describeEachDatabase('notes', (current) => {
  let app: TestApp;
  let desk: Desk;
  let people: TestApp['people'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ people } = app);
  });

  const note = (id: string, as: TestPerson, text = 'Клиентпен сөйлестім', key?: string) =>
    app.call(addNote, { params: { id }, body: { text } }, as, {
      headers: key ? { 'idempotency-key': key } : {},
    });
  const callNote = (id: string, as: TestPerson, text = 'Қоңырау шалды, жауапты сұрады') =>
    app.call(addCallNote, { params: { id }, body: { text } }, as);

  it('a note needs no version and changes none', async () => {
    const id = await desk.request('contact');
    const { status, body } = await note(id, people.support);
    expect(status).toBe(201);
    expect(body.version).toBe(1);
    expect(body.timeline).toContainEqual(
      expect.objectContaining({
        kind: 'note',
        note: 'note',
        by: { id: people.support.id, name: expect.any(String) },
      }),
    );
    expect((await desk.events(id)).at(-1)?.event).toBe('request.noted');
  });

  it('the same note under the same key is written once', async () => {
    const id = await desk.request('contact');
    await note(id, people.support, 'Бір рет', 'note-key-0001');
    const again = await note(id, people.support, 'Бір рет', 'note-key-0001');
    expect(again.status).toBe(201);
    expect(again.body.timeline.filter((item: { kind: string }) => item.kind === 'note')).toHaveLength(1);
  });

  it('the same key on another request, or by another person, writes another note', async () => {
    const [one, other] = [await desk.request('contact'), await desk.request('contact')];
    const key = 'note-key-0002';
    await note(one, people.support, 'Екі өтінішке бір сөз', key);
    const elsewhere = await note(other, people.support, 'Екі өтінішке бір сөз', key);
    const byAnother = await note(one, people.second_support, 'Екі өтінішке бір сөз', key);
    const notesOf = ({ body }: typeof elsewhere) =>
      body.timeline.filter((item: { kind: string }) => item.kind === 'note').length;
    expect([notesOf(elsewhere), notesOf(byAnother)]).toEqual([1, 2]);
  });

  it('a person who may not read the request can leave the officer a call note', async () => {
    const id = await desk.request('deletion');
    const answer = await callNote(id, people.support, 'Деректерін тез жоюды сұрады');
    expect([answer.status, answer.body]).toEqual([201, { done: true }]);
    const row = await app.db.kysely
      .selectFrom('sealed_value')
      .innerJoin('note', 'note.id', 'sealed_value.row_id')
      .select(['note.kind', 'sealed_value.category', 'sealed_value.sealed'])
      .where('note.request_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ kind: 'call_note', category: 'internal' });
    expect(new TextDecoder().decode(row.sealed)).not.toContain('тез');
  });

  it('support may write neither a note on a rights request nor a call note on its own track', async () => {
    const right = await note(await desk.request('deletion'), people.support);
    expect([right.status, right.body.why]).toEqual([403, 'track']);
    const contact = await callNote(await desk.request('contact'), people.support);
    expect([contact.status, contact.body.why]).toEqual([403, 'track']);
  });

  it('two first notes written at once are both kept', async () => {
    const id = await desk.request('contact');
    const both = await Promise.all([
      note(id, people.support, 'бірі'),
      note(id, people.second_support, 'екіншісі'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
  });
});
