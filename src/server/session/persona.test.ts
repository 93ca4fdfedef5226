import { expect, it } from 'vitest';
import { signInAsPersona } from '#contract/session.ts';
import { roles } from '#domain/access/roles.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';
import { ensurePersona } from './persona.ts';

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

  it('that was disabled does not sign in, and is not made a second time', async () => {
    const app = await testApp(current().db, { config: { mode: 'demo' } });
    const enter = () => app.call(signInAsPersona, { body: { role: 'support', other: true } });
    const { id } = (await enter()).body.me;
    const disabled_at = app.clock.now().toString();
    await app.db.kysely.updateTable('person').set({ disabled_at }).where('id', '=', id).execute();
    expect([(await enter()).status, (await enter()).body.code]).toEqual([422, 'not_possible']);
    const again = app.db.transaction((tx) =>
      ensurePersona({ tx, ports: app.deps, now: app.clock.now() }, 'support', true),
    );
    expect((await again).id).toBe(id);
    await app.db.kysely.updateTable('person').set({ disabled_at: null }).where('id', '=', id).execute();
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
