import { expect, it } from 'vitest';
import { nobleVault } from '#server/vault/vault-noble.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { limit } from './rate.ts';
import { Refusal } from './refusal.ts';

const vault = nobleVault();
const start = Temporal.Instant.from('2026-11-23T04:00:00Z');
const rule = { max: 3, seconds: 60 };

describeEachDatabase('a limit', (current) => {
  const once = (key: string, seconds: number) =>
    current()
      .db.transaction((tx) => limit(tx, vault, key, rule, start.add({ seconds })))
      .then(
        () => 'admitted',
        (error: unknown) => (error instanceof Refusal ? [error.code, error.details.retryAfter] : error),
      );

  it('admits its maximum, then refuses with the seconds to wait, then admits again', async () => {
    const answers: unknown[] = [];
    for (const second of [0, 1, 2, 3, 45, 60]) answers.push(await once('one', second));
    expect(answers).toEqual([
      'admitted',
      'admitted',
      'admitted',
      ['too_many_requests', 57],
      ['too_many_requests', 15],
      'admitted',
    ]);
  });

  it('does not refuse for ever what was counted while the clock was ahead', async () => {
    for (const _ of [1, 2, 3]) await once('ahead', 400 * 86_400);
    expect(await once('ahead', 400 * 86_400)).toEqual(['too_many_requests', 60]);
    const answers: unknown[] = [];
    for (const second of [0, 1, 2, 3]) answers.push(await once('ahead', second));
    expect(answers).toEqual(['admitted', 'admitted', 'admitted', ['too_many_requests', 57]]);
  });

  it('counts each key separately', async () => {
    for (const second of [0, 1, 2]) await once('two', second);
    expect(await once('three', 3)).toBe('admitted');
  });

  it('admits no more than its maximum when all calls come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => once('four', 0)));
    expect(answers.filter((answer) => answer === 'admitted')).toHaveLength(3);
  });

  it('stores no key in clear', async () => {
    await once('five@mail.example', 0);
    const rows = await current().db.kysely.selectFrom('rate').select('key').execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => key.length !== 32)).toEqual([]);
  });
});
