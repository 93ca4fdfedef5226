/** Every way of asking whether a value is held here spends one budget of wrong guesses, and running out of it is told. */
import { expect, it } from 'vitest';
import { compareField, getRequest, searchRequests } from '#contract/requests-read.ts';
import { registerRequest } from '#contract/requests-write.ts';
import { findPersonTrail } from '#contract/trails.ts';
import { tallies } from '#server/process/upkeep-jobs.ts';
import { seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';

const PER_SIGN_IN = 20;
const PER_DAY = 100;

describeEachDatabase('an oracle', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    let guess = 0;
    const phone = () => {
      guess += 1;
      return `+7702${String(1_000_000 + guess)}`;
    };
    const search = (who: TestPerson, value = phone()) =>
      app.call(searchRequests, { body: { kind: 'phone', value } }, who);
    const trail = (who: TestPerson) =>
      app.call(findPersonTrail, { body: { kind: 'phone', value: phone() } }, who);
    const register = (who: TestPerson, applicant: { email?: string; phone?: string }) =>
      app.call(
        registerRequest,
        {
          body: {
            type: 'contact',
            channel: 'phone',
            receivedAt: app.clock.now().toString(),
            message: 'Қоңырау шалып, жауап сұрады',
            applicant,
          },
        },
        who,
      );
    const suggested = async (who: TestPerson, id: string) =>
      (await app.call(getRequest, { params: { id } }, who)).body.suggested;
    /** A clock step between searches, which are limited to thirty a minute. */
    const miss = async (who: TestPerson, times: number) => {
      for (let n = 0; n < times; n += 1) {
        if (n % 20 === 19) app.clock.advance({ minutes: 1 });
        expect((await search(who)).body.items).toEqual([]);
      }
    };
    return { ...app, app, search, trail, register, suggested, miss, phone };
  };

  it('refuses after twenty wrong guesses, of all kinds together, until a fresh sign-in', async () => {
    const { app, search, trail, miss, people, signIn } = await started();
    const officer = people.privacy_officer;
    const deletion = await seedRequest(app, { type: 'deletion' });
    const compare = (who: TestPerson) =>
      app.call(
        compareField,
        { params: { id: deletion.id }, body: { field: 'phone', value: '87029990000' } },
        who,
      );
    await miss(officer, PER_SIGN_IN - 2);
    expect((await trail(officer)).body.entries).toEqual([]);
    expect((await compare(officer)).body).toEqual({ match: false, missesLeft: 0 });
    for (const refused of [await search(officer), await trail(officer), await compare(officer)])
      expect([refused.status, refused.body.why]).toEqual([429, 'fresh_sign_in']);
    // The right value is refused too, else it would be told by not being refused.
    expect((await search(officer, deletion.phone)).status).toBe(429);
    const again = { ...officer, token: await signIn(officer) };
    expect((await search(again, deletion.phone)).body.items).toHaveLength(1);
    expect((await compare(again)).body.missesLeft).toBe(3);
  });

  it('refuses after a hundred wrong guesses in a day, whatever is signed in anew', async () => {
    const { miss, search, people, signIn, clock } = await started();
    const guesser = people.support;
    let token = guesser.token;
    for (let n = 0; n < PER_DAY / PER_SIGN_IN; n += 1) {
      await miss({ ...guesser, token }, PER_SIGN_IN);
      token = await signIn(guesser);
    }
    const spent = await search({ ...guesser, token });
    expect([spent.status, spent.body.why]).toEqual([429, undefined]);
    clock.set('2026-11-10T19:00:30Z'); // the next day in Almaty
    token = await signIn(guesser);
    expect((await search({ ...guesser, token })).status).toBe(200);
  });

  it('counts simultaneous guesses', async () => {
    const { miss, search, people } = await started();
    await miss(people.support, PER_SIGN_IN - 1);
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => search(people.support)))).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([200, 429, 429, 429]);
  });

  it('counts an address that only a registration asked about, and refuses no registration', async () => {
    const { register, suggested, miss, people, phone, app, signIn } = await started();
    const known = await seedRequest(app, { type: 'contact' });
    const { support } = people;
    await register(support, { phone: phone() });
    await miss(support, PER_SIGN_IN - 2);
    const hit = await register(support, { phone: known.phone });
    expect(await suggested(support, hit.body.id)).toMatchObject([{ reference: known.reference }]);
    await register(support, { phone: phone() }); // the twentieth
    const spent = await register(support, { phone: known.phone });
    expect(spent.status).toBe(201);
    expect(await suggested(support, spent.body.id)).toEqual([]);
    const again = { ...support, token: await signIn(support) };
    expect((await suggested(again, spent.body.id)).length).toBeGreaterThan(0);
  });

  it('suggests only records whose person the viewer sees at the same level', async () => {
    const { app, suggested, people } = await started();
    const email = 'bir.adam@canary-level.kz';
    const contact = await seedRequest(app, { type: 'contact', email });
    const claim = await seedRequest(app, { type: 'consumer_claim', email });
    const deletion = await seedRequest(app, { type: 'deletion', email });
    const of = async (who: TestPerson, id: string) =>
      (await suggested(who, id)).map(({ reference }: { reference: string }) => reference).toSorted();
    expect(await of(people.support, contact.id)).toEqual([claim.reference]);
    // Its name is masked for support; the contact of the same address would say it in clear.
    expect(await of(people.support, deletion.id)).toEqual([]);
    expect(await of(people.privacy_officer, deletion.id)).toEqual(
      [contact.reference, claim.reference].toSorted(),
    );
  });

  it('leaves one event a minute for what it refuses, and the count of the rest', async () => {
    const { app, miss, search, people, clock, deps } = await started();
    await miss(people.support, PER_SIGN_IN);
    for (let n = 0; n < 5; n += 1) await search(people.support);
    expect(await refusals(app, people.support.id)).toMatchObject([
      { outcome: 'denied', count: 1, data: { action: 'request.search', code: 'too_many_requests' } },
    ]);
    clock.advance({ seconds: 60 });
    await tallies.run(deps);
    expect((await refusals(app, people.support.id)).map(({ count }) => count)).toEqual([1, 4]);
    await tallies.run(deps);
    expect(await refusals(app, people.support.id)).toHaveLength(2);
  });
});

async function refusals({ db }: TestApp, personId: string) {
  const rows = await db.kysely
    .selectFrom('audit_event')
    .select('body')
    .where('code', '=', 'AC001')
    .where('object_ref', '=', personId)
    .orderBy('seq')
    .execute();
  return rows.map(({ body }) => JSON.parse(body ?? '{}'));
}
