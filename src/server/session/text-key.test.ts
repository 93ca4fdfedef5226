import { beforeAll, expect, it } from 'vitest';
import { readTextKey } from '#contract/session.ts';
import { fromBase64 } from '#domain/bytes/base64.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('the key of unsaved text', (current) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp(current().db);
  });
  const keyOf = async (as: { token: string } | null) => (await app.call(readTextKey, {}, as)).body.key;

  it('is one of 32 bytes for each person, the same in every session', async () => {
    const { support, second_support } = app.people;
    const key = await keyOf(support);
    expect(fromBase64(key)?.length).toBe(32);
    expect(await keyOf({ token: await app.signIn(support) })).toBe(key);
    expect(await keyOf(second_support)).not.toBe(key);
  });

  it('is not given without a session, and never from a cache', async () => {
    const { status } = await app.call(readTextKey, {}, null);
    expect(status).toBe(401);
    const { headers } = await app.call(readTextKey, {}, app.people.support);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
