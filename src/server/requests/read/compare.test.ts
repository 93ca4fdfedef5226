import { beforeAll, expect, test } from 'vitest';
import { compareField } from '#contract/requests-read.ts';
import { type Seeded, seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('a comparison', (current) => {
  let app: TestApp;
  let deletion: Seeded;

  beforeAll(async () => {
    app = await testApp(current().db);
    deletion = await seedRequest(app, { type: 'deletion', iin: '900230300019' });
  });

  type Field = 'surname' | 'first_name' | 'email' | 'phone' | 'iin';
  const say = (who: TestPerson, field: Field, value: string, request: Seeded = deletion) =>
    app.call(compareField, { params: { id: request.id }, body: { field, value } }, who);

  test('matches in any notation and answers nothing but match or no match', async () => {
    const { support, privacy_officer: officer } = app.people;
    const spoken: [TestPerson, Field, string][] = [
      [support, 'email', ` ${deletion.email.toUpperCase()} `],
      [support, 'phone', `8${deletion.phone.slice(2, 5)} ${deletion.phone.slice(5)}`],
      [support, 'surname', deletion.surname.replace('Қ', 'к').replace('ғ', 'г')],
      [support, 'first_name', deletion.firstName.toUpperCase()],
      [officer, 'iin', '900230 300019'],
    ];
    for (const [who, field, value] of spoken) {
      const { status, body } = await say(who, field, value);
      expect([field, status, body]).toEqual([field, 200, { match: true, missesLeft: 5 }]);
    }
    const { body } = await app.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'PD012')
      .orderBy('seq')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(body ?? '')).toMatchObject({ fields: ['email'], data: { match: true } });
  });

  test('is refused to roles without `compare` in VISIBILITY', async () => {
    expect((await say(app.people.support, 'iin', '900230300019')).status).toBe(403);
    expect((await say(app.people.privacy_officer, 'surname', 'Кім')).status).toBe(403);
    expect((await say(app.people.auditor, 'email', deletion.email)).status).toBe(403);
    const unread = await say(app.people.support, 'email', 'not an address');
    expect(unread.body.errors).toEqual([{ pointer: '/value', code: 'bad_format' }]);
  });

  test('stops after five misses on a request in an hour, of all people together', async () => {
    const request = await seedRequest(app, { type: 'access' });
    const left = [];
    for (const who of [
      app.people.support,
      app.people.second_support,
      app.people.support,
      app.people.support,
    ]) {
      left.push((await say(who, 'surname', 'Басқа', request)).body.missesLeft);
    }
    expect(left).toEqual([4, 3, 2, 1]);
    expect((await say(app.people.support, 'surname', 'Басқа', request)).body.missesLeft).toBe(0);
    const next = await say(app.people.second_support, 'surname', request.surname, request);
    expect([next.status, Number(next.headers.get('retry-after'))]).toEqual([429, 3600]);
    app.clock.advance({ minutes: 61 });
    const again = { ...app.people.support, token: await app.signIn(app.people.support) };
    expect((await say(again, 'surname', request.surname, request)).body).toEqual({
      match: true,
      missesLeft: 5,
    });
  });

  test('stops after twenty misses of a person in a day', async () => {
    const guesser = await app.person(['support']);
    for (let round = 0; round < 4; round += 1) {
      const request = await seedRequest(app, { type: 'access' });
      for (let miss = 0; miss < 5; miss += 1) await say(guesser, 'surname', 'Басқа', request);
    }
    const fresh = await seedRequest(app, { type: 'access' });
    expect((await say(guesser, 'surname', fresh.surname, fresh)).status).toBe(429);
  });
});
