import { expect, it } from 'vitest';
import { signInAsPersona } from '#contract/session.ts';
import { roles } from '#domain/access/roles.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('a persona', (current) => {
  it('does not exist outside the demo', async () => {
    const { call } = await testApp(current().db);
    const answer = await call(signInAsPersona, { body: { role: 'administrator' } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([404, null]);
  });

  it('signs in as any role in the demo', async () => {
    const { call } = await testApp(current().db, { config: { mode: 'demo' } });
    for (const role of roles) {
      const { body } = await call(signInAsPersona, { body: { role } });
      expect(body.me.roles).toEqual([role]);
    }
  });

  it('is the same person every time; `other` gives a second one', async () => {
    const { call } = await testApp(current().db, { config: { mode: 'demo' } });
    const enter = async (other: boolean) =>
      (await call(signInAsPersona, { body: { role: 'privacy_officer', other } })).body.me.id;
    const first = await enter(false);
    expect(await enter(false)).toBe(first);
    expect(await enter(true)).not.toBe(first);
  });
});
