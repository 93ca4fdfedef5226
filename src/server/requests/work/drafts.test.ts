import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote, getDraft, saveDraft, sendLetter } from '#contract/requests-write.ts';
import { hubOf } from '#server/live/hub.ts';
import { purge } from '#server/process/upkeep-jobs.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { configureMail, type Desk, deskOf } from '#tests/server/desk.ts';

const NONE = { text: '', subjectLine: null, savedAt: null };

describeEachDatabase('drafts', (current) => {
  let app: TestApp;
  let desk: Desk;
  let people: TestApp['people'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ people } = app);
    await configureMail(app, 2525);
  });
  afterAll(() => hubOf(app.deps).close());

  const read = async (id: string, as: TestPerson = people.support, kind: 'answer' | 'note' = 'answer') =>
    (await app.call(getDraft, { params: { id, kind } }, as)).body;
  const save = (
    id: string,
    version: number,
    text: string,
    more: { subjectLine?: string; as?: TestPerson } = {},
  ) => {
    const { as = people.support, ...body } = more;
    return app.call(saveDraft, { params: { id, kind: 'answer' }, version, body: { text, ...body } }, as);
  };
  const record = async (id: string, text: string, draftVersion?: number) => {
    const body = { kind: 'answer', text } as const;
    const { version } = await desk.row(id);
    const given = {
      params: { id },
      version,
      body: { ...body, ...(draftVersion === undefined ? {} : { draftVersion }) },
    };
    return app.call(sendLetter, given, people.support);
  };

  it('a draft is visible to its author only', async () => {
    const id = await desk.request('contact');
    const kept = await save(id, 0, 'Құрметті Нұргүл, ', { subjectLine: 'Жауап' });
    expect(kept.body).toEqual({
      text: 'Құрметті Нұргүл, ',
      subjectLine: 'Жауап',
      savedAt: '2026-11-10T10:00:00.000Z',
      version: 1,
    });
    expect(await read(id)).toEqual(kept.body);
    expect(await read(id, people.second_support)).toEqual({ ...NONE, version: 0 });
  });

  it('a draft is kept encrypted', async () => {
    const id = await desk.request('contact');
    await save(id, 0, 'Құпия жоба');
    const row = await app.db.kysely
      .selectFrom('draft')
      .select('sealed')
      .where('request_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(new TextDecoder().decode(row.sealed)).not.toContain('Құпия');
  });

  it('reading and saving a draft are logged', async () => {
    const id = await desk.request('contact');
    await save(id, 0, 'жоба');
    await read(id);
    expect((await desk.events(id)).slice(-2).map(({ event }) => event)).toEqual([
      'request.draft_saved',
      'request.draft_read',
    ]);
  });

  it('support cannot save a draft on a request it may not work on', async () => {
    const answer = await save(await desk.request('deletion'), 0, 'жоба');
    expect([answer.status, answer.body.why]).toEqual([403, 'track']);
  });

  describe('two tabs', () => {
    it('the second save over one version is refused, and shown the text that was saved first', async () => {
      const id = await desk.request('contact');
      await save(id, 0, 'бір');
      expect((await save(id, 1, 'екі', { subjectLine: 'Екінші' })).body).toMatchObject({
        text: 'екі',
        version: 2,
      });
      const late = await save(id, 1, 'б');
      expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
      expect(late.body.current).toMatchObject({ text: 'екі', subjectLine: 'Екінші', version: 2 });
      expect((await read(id)).text).toBe('екі');
      expect((await desk.events(id)).at(-2)).toMatchObject({ event: 'request.draft_read' });
    });

    it('of twenty saves over one version at once exactly one is kept', async () => {
      const id = await desk.request('contact');
      const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => save(id, 0, `мәтін ${n}`)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
      expect((await read(id)).version).toBe(1);
    });

    it('a save that names no version is refused', async () => {
      const id = await desk.request('contact');
      const answer = await app.fetch(`/api/requests/${id}/drafts/answer`, {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          cookie: `sid=${people.support.token}`,
          origin: app.deps.config.origin,
        },
        body: JSON.stringify({ text: 'жоба' }),
      });
      expect(answer.status).toBe(428);
    });

    it('emptying a draft counts as a version, so that an earlier text does not come back', async () => {
      const id = await desk.request('contact');
      await save(id, 0, 'бір');
      expect((await save(id, 1, ' ')).body).toEqual({ ...NONE, version: 2 });
      expect((await save(id, 1, 'бір')).status).toBe(412);
      expect(await read(id)).toEqual({ ...NONE, version: 2 });
      expect((await save(id, 2, 'жаңа')).body).toMatchObject({ text: 'жаңа', version: 3 });
    });
  });

  describe('a draft that was sent', () => {
    it('is not brought back by a late save of its text', async () => {
      const id = await desk.request('contact');
      await save(id, 0, 'Жауап дайын');
      expect((await record(id, 'Жауап дайын', 1)).status).toBe(200);
      const late = await save(id, 1, 'Жауап дай');
      expect([late.status, late.body.current]).toEqual([412, { ...NONE, version: 2 }]);
      expect(await read(id)).toEqual({ ...NONE, version: 2 });
    });

    it('nor by a late first save, where nothing had been saved before', async () => {
      const id = await desk.request('contact');
      await record(id, 'Жауап дайын', 0);
      expect((await save(id, 0, 'Жауап дай')).status).toBe(412);
      expect((await read(id)).text).toBe('');
    });

    it('leaves a text that was saved elsewhere meanwhile', async () => {
      const id = await desk.request('contact');
      await save(id, 0, 'қысқа');
      await save(id, 1, 'басқа құрылғыда ұзартылған');
      const { status, body } = await record(id, 'қысқа', 1);
      expect([status, body.drafts.answer]).toEqual([200, { version: 2, held: true }]);
      expect((await read(id)).text).toBe('басқа құрылғыда ұзартылған');
    });

    it('is dropped by a caller that names no version of it', async () => {
      const id = await desk.request('contact');
      await save(id, 0, 'жоба');
      const { body } = await record(id, 'жоба');
      expect(body.drafts.answer).toEqual({ version: 2, held: false });
    });

    it('a note drops the draft of the note alone', async () => {
      const id = await desk.request('contact');
      await save(id, 0, 'хат');
      const { body } = await app.call(
        addNote,
        { params: { id }, body: { text: 'ескертпе', draftVersion: 0 } },
        people.support,
      );
      expect(body.drafts).toEqual({ answer: { version: 1, held: true }, note: { version: 1, held: false } });
    });
  });

  it('the streams of its author, and no other, announce each version', async () => {
    const id = await desk.request('contact');
    const [own, others] = await Promise.all([listen(people.support), listen(people.second_support)]);
    await save(id, 0, 'жоба');
    await record(id, 'жоба', 1);
    await expect.poll(own.heard).toContain('"version":2');
    expect(draftsIn(own.heard())).toEqual([
      { id, kind: 'answer', version: 1 },
      { id, kind: 'answer', version: 2 },
    ]);
    await expect.poll(others.heard).toContain('"changed"');
    expect(draftsIn(others.heard())).toEqual([]);
    expect(own.heard()).not.toContain('жоба');
    await Promise.all([own.leave(), others.leave()]);
  });

  // Last, because it also ends every session.
  it('the version of a sent draft is forgotten after ninety days, a text never', async () => {
    const [sent, written] = [await desk.request('contact'), await desk.request('contact')];
    await record(sent, 'жауап', 0);
    await save(written, 0, 'жоба');
    const later = app.clock.now().add({ hours: 24 * 91 });
    await purge.run({ ...app.deps, now: () => later } as unknown as Parameters<typeof purge.run>[0]);
    const left = await app.db.kysely
      .selectFrom('draft')
      .select('request_id')
      .where('request_id', 'in', [sent, written])
      .execute();
    expect(left).toEqual([{ request_id: written }]);
  });

  async function listen({ token }: TestPerson) {
    const response = await app.fetch('/api/events', { headers: { cookie: `sid=${token}` } });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    void (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        text += part.value;
    })();
    return { heard: () => text, leave: async () => reader?.cancel() };
  }
});

function draftsIn(stream: string): unknown[] {
  return [...stream.matchAll(/^data: (.*)$/gm)].flatMap(([, data = '{}']) => JSON.parse(data).drafts);
}
