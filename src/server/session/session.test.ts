import { expect, it } from 'vitest';
import { readSession, signIn, signOut } from '#contract/session.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('a session', (current) => {
  it('is told who is signed in', async () => {
    const { call, people } = await testApp(current().db);
    const answer = await call(readSession, {}, people.support);
    expect(answer.body.me.name).toBe(people.support.name);
  });
  it('ends', async () => {
    const { call, people } = await testApp(current().db);
    const answer = await call(signOut, {}, people.support);
    expect(answer.status).toBe(200);
    expect((await call(signOut, {}, people.support)).status).toBe(401);
    expect((await call(signIn, { body: { email: 'a@b.kz', password: 'x' } })).status).toBe(401);
  });
});
