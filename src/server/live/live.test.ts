import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { confirmCalendar } from '#contract/settings.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { deliver, newSite, type Site } from '#tests/server/intake-client.ts';
import { hubOf } from './hub.ts';

type Stream = {
  status: number;
  headers: Headers;
  /** Everything received so far. */
  heard: () => string;
  until: (what: RegExp) => Promise<void>;
  ended: Promise<void>;
  leave: () => Promise<void>;
};

/** Opens a stream as a browser does and collects its text. */
async function listen(desk: TestApp, token: string | null, lastEventId?: string): Promise<Stream> {
  const response = await desk.fetch('/api/events', {
    headers: {
      ...(token ? { cookie: `sid=${token}` } : {}),
      ...(lastEventId ? { 'last-event-id': lastEventId } : {}),
    },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const ended = (async () => {
    for (;;) {
      const read = await reader?.read();
      if (!read || read.done) return;
      text += read.value;
    }
  })();
  return {
    status: response.status,
    headers: response.headers,
    heard: () => text,
    until: async (what) => {
      await expect.poll(() => text, { interval: 10 }).toMatch(what);
    },
    ended,
    leave: async () => reader?.cancel(),
  };
}

describeEachDatabase('the stream of changes', (current) => {
  let desk: TestApp;
  let site: Site;
  beforeAll(async () => {
    desk = await testApp(current().db);
    site = await newSite(desk);
  });
  afterAll(() => hubOf(desk.deps).close());
  const arrive = async () => (await deliver(desk, site)).body.id as string;

  it('refuses a caller who is not signed in', async () => {
    const stream = await listen(desk, null);
    expect([stream.status, stream.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  });

  it('announces a request, by its id alone', async () => {
    const stream = await listen(desk, desk.people.support.token);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-store');
    const id = await arrive();
    await stream.until(new RegExp(id));
    const data = /^data: (.*)$/m.exec(stream.heard())?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({ requests: [{ id, change: 'new' }], drafts: [] });
    await stream.leave();
  });

  it('sends each viewer only ids of requests that they may list', async () => {
    const { support, privacy_officer, manager, administrator } = desk.people;
    const streams = await Promise.all(
      [support, privacy_officer, manager, administrator].map(({ token }) => listen(desk, token)),
    );
    const officers = await arrive();
    await Promise.all(streams.slice(0, 3).map((stream) => stream.until(new RegExp(officers))));
    await desk.db.transaction(async (tx) => {
      await tx.updateTable('request').set({ track: 'officer' }).where('id', '=', officers).execute();
      await desk.db.notify(tx, 'requests', JSON.stringify([{ id: officers, change: 'changed' }]));
    });
    const last = await arrive();
    await Promise.all(streams.slice(0, 3).map((stream) => stream.until(new RegExp(last))));
    const changed = `{"id":"${officers}","change":"changed"}`;
    expect(streams.map((stream) => stream.heard().includes(changed))).toEqual([false, true, true, false]);
    expect(streams[3]?.heard()).not.toContain(last);
    await Promise.all(streams.map((stream) => stream.leave()));
  });

  it('notifies viewers of the former track when a request moves to another', async () => {
    const stream = await listen(desk, desk.people.support.token);
    const id = await arrive();
    await desk.db.transaction(async (tx) => {
      await tx.updateTable('request').set({ track: 'officer' }).where('id', '=', id).execute();
      await desk.db.notify(tx, 'requests', JSON.stringify([{ id, change: 'changed', left: 'support' }]));
    });
    await stream.until(/"changed"/);
    expect(stream.heard()).not.toContain('left');
    await stream.leave();
  });

  it.each(['signed out', 'disabled', 'idle'])(
    'says that it is over, and ends, within a second of its clock when the person is %s',
    async (how) => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      onTestFinished(() => void vi.useRealTimers());
      const person = await desk.person(['support']);
      const stream = await listen(desk, person.token);
      await stream.until(/retry/);
      await desk.db.transaction(async (tx) => {
        if (how === 'idle')
          await tx
            .updateTable('session')
            .set({ seen_at: desk.clock.now().subtract({ minutes: 31 }).toString() })
            .where('person_id', '=', person.id)
            .execute();
        else if (how === 'signed out')
          await tx.deleteFrom('session').where('person_id', '=', person.id).execute();
        else
          await tx
            .updateTable('person')
            .set({ disabled_at: desk.clock.now().toString() })
            .where('id', '=', person.id)
            .execute();
      });
      await vi.advanceTimersByTimeAsync(1_000);
      await expect(stream.ended).resolves.toBeUndefined();
      expect(stream.heard()).toMatch(/event: over\ndata: \{\}\n\n$/);
    },
  );

  it('does not extend the session', async () => {
    const person = await desk.person(['support']);
    const seen = () =>
      desk.db.kysely
        .selectFrom('session')
        .select('seen_at')
        .where('person_id', '=', person.id)
        .executeTakeFirstOrThrow();
    const before = await seen();
    desk.clock.advance({ minutes: 5 });
    const stream = await listen(desk, person.token);
    await stream.until(/retry/);
    expect(await seen()).toEqual(before);
    await stream.leave();
  });

  it('sends resync to a client that reconnects after a change, and to no other', async () => {
    const first = await listen(desk, desk.people.support.token);
    await first.until(/^id: .+$/m);
    const lastId = /^id: (.+)$/m.exec(first.heard())?.[1] ?? '';
    await first.leave();
    const nothingMissed = await listen(desk, desk.people.support.token, lastId);
    const other = await listen(desk, desk.people.privacy_officer.token);
    const arrived = new RegExp(await arrive());
    await Promise.all([other, nothingMissed].map((stream) => stream.until(arrived)));
    await nothingMissed.leave();
    const missed = await listen(desk, desk.people.support.token, lastId);
    await missed.until(/event: resync/);
    expect(nothingMissed.heard()).not.toContain('resync');
    await Promise.all([missed.leave(), other.leave()]);
  });

  it('sends resync to everybody when the calendar changes, because it may move any request', async () => {
    const streams = [
      await listen(desk, desk.people.support.token),
      await listen(desk, desk.people.privacy_officer.token),
    ];
    await desk.call(confirmCalendar, { body: { year: 2027 } }, desk.people.privacy_officer);
    await Promise.all(streams.map((stream) => stream.until(/event: resync/)));
    await Promise.all(streams.map((stream) => stream.leave()));
  });

  it('keeps no subscriber after 200 streams have opened and closed', async () => {
    for (let round = 0; round < 40; round += 1) {
      const streams = await Promise.all(
        Array.from({ length: 5 }, () => listen(desk, desk.people.support.token)),
      );
      await Promise.all(streams.map((stream) => stream.leave()));
    }
    await expect.poll(() => hubOf(desk.deps).size()).toBe(0);
  });

  it('limits the number of streams per session', async () => {
    const person = await desk.person(['support']);
    const streams: Stream[] = [];
    for (let n = 0; n < 9; n += 1) streams.push(await listen(desk, person.token));
    expect(streams.map(({ status }) => status)).toEqual([...Array(8).fill(200), 429]);
    await Promise.all(streams.map((stream) => stream.leave()));
  });

  it('ends the stream of a client that does not read, and keeps the others', async () => {
    const asleep = await desk.fetch('/api/events', {
      headers: { cookie: `sid=${desk.people.second_support.token}` },
    });
    const awake = await listen(desk, desk.people.support.token);
    const id = await arrive();
    for (let n = 0; n < 80; n += 1)
      await desk.db.transaction((tx) =>
        desk.db.notify(tx, 'requests', JSON.stringify([{ id, change: 'changed' }])),
      );
    const last = await arrive();
    await awake.until(new RegExp(last));
    await expect.poll(() => hubOf(desk.deps).size()).toBe(1);
    await Promise.all([awake.leave(), asleep.body?.cancel()]);
  });

  it('ends with a retry frame when the server stops', async () => {
    const stream = await listen(desk, desk.people.support.token);
    await hubOf(desk.deps).close();
    await stream.ended;
    expect(stream.heard()).toMatch(/retry: \d+\n\n$/);
  });
});
