import { beforeAll, expect, it } from 'vitest';
import type { Deps } from '#server/deps.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { deliver, newSite, type Site } from '#tests/server/intake-client.ts';
import { recentSecrets } from './recent-secrets.ts';

/** More than the lane of unsigned deliveries holds: one runs and 200 wait. */
const FLOOD = 300;
const ADDRESSES = 10;

describeEachDatabase('the entrance of deliveries', (current) => {
  let desk: TestApp;
  let site: Site;
  beforeAll(async () => {
    desk = await testApp(current().db);
    site = await newSite(desk);
  });

  it('has places for signed deliveries that a flood of unsigned ones cannot fill', async () => {
    expect((await deliver(desk, site)).status).toBe(201);
    const order: string[] = [];
    const sent = (name: string, delivery: Parameters<typeof deliver>[2]) =>
      deliver(desk, site, delivery).then(({ status }) => void order.push(`${name} ${status}`));
    const unsigned = Array.from({ length: FLOOD }, (_, n) =>
      sent('unsigned', { address: `198.51.100.${n % ADDRESSES}`, afterSigning: (text) => `${text} ` }),
    );
    const signed = Array.from({ length: 5 }, () => sent('signed', {}));
    await Promise.all(signed);
    const before = order.length;
    await Promise.all(unsigned);
    expect(order.filter((name) => name.startsWith('signed'))).toEqual(Array(5).fill('signed 201'));
    // The flood was still being worked off, and what did not fit in its lane was refused.
    expect(order.length).toBeGreaterThan(before);
    expect(order).toContain('unsigned 429');
    expect(order).toContain('unsigned 401');
  });

  it('reads the secrets once for many signatures that match none, and again a second later', async () => {
    let readings = 0;
    const { db } = desk.deps;
    const transaction: typeof db.transaction = (...given) => {
      readings += 1;
      return db.transaction(...given);
    };
    const deps: Deps = { ...desk.deps, db: { ...db, transaction } };
    const secrets = recentSecrets();
    const now = desk.clock.now();
    await Promise.all(Array.from({ length: 50 }, () => secrets.refresh(deps, now, 'unmatched')));
    expect(await secrets.refresh(deps, now, 'unmatched')).toBe(false);
    expect([readings, secrets.known().length]).toEqual([1, 1]);
    await newSite(desk);
    expect(await secrets.refresh(deps, now.add({ seconds: 1 }), 'matched')).toBe(false);
    expect(await secrets.refresh(deps, now.add({ seconds: 1 }), 'unmatched')).toBe(true);
    expect([readings, secrets.known().length]).toEqual([2, 2]);
  });
});
