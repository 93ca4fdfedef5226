/** Re-wrapping every subject's key under a new master key, interrupted and beside the work of the desk. */
import { beforeAll, expect, it } from 'vitest';
import { newKeyRing, withNewMaster } from '#server/vault/key-ring.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { rewrapKeys } from './rewrap-keys.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const first = newKeyRing(random);
const second = withNewMaster(first, random);
const KEYS = 23;

describeEachDatabase('re-wrapping', (current) => {
  const old = nodeVault(first);
  const anew = nodeVault(second);
  const texts = new Map<string, Uint8Array>();

  beforeAll(async () => {
    const { kysely } = current().db;
    for (let n = 0; n < KEYS; n += 1) {
      const id = crypto.randomUUID();
      await kysely
        .insertInto('subject')
        .values({ id, created_at: '2026-11-10T04:00:00Z', destroyed_at: null })
        .execute();
      const made = old.newSubjectKey();
      texts.set(id, old.encrypt(made.key, `text ${n}`, { row: id, field: 'message' }));
      await kysely
        .insertInto('vault.subject_key')
        .values({
          subject_id: id,
          category: n % 2 === 0 ? 'content' : 'identity',
          wrapped: made.wrapped,
          master_version: made.masterVersion,
        })
        .execute();
    }
  });
  const rows = () =>
    current()
      .db.kysely.selectFrom('vault.subject_key')
      .selectAll()
      .where('subject_id', 'in', [...texts.keys()])
      .execute();

  it('goes on where it was broken off, and every value still decrypts', async () => {
    let taken = 0;
    const breaking = {
      ...anew,
      get masterVersion() {
        return anew.masterVersion;
      },
      rewrapSubjectKey: (wrapped: Uint8Array, version: number) => {
        taken += 1;
        if (taken > 9) throw new Error('killed');
        return anew.rewrapSubjectKey(wrapped, version);
      },
    };
    await expect(rewrapKeys({ db: current().db, vault: breaking }, 4)).rejects.toThrow('killed');
    const halfway = (await rows()).filter(({ master_version }) => master_version === 2);
    expect(halfway).toHaveLength(8); // two whole transactions of four; the third was rolled back

    expect(await rewrapKeys({ db: current().db, vault: anew }, 4)).toEqual({
      rewrapped: KEYS - 8,
      left: false,
    });
    for (const { subject_id, wrapped, master_version } of await rows()) {
      const key = anew.unwrapSubjectKey(wrapped, master_version);
      const text = anew.decrypt(key, texts.get(subject_id) ?? new Uint8Array(), {
        row: subject_id,
        field: 'message',
      });
      expect([master_version, text]).toEqual([2, expect.stringMatching(/^text \d+$/)]);
    }
    expect(await rewrapKeys({ db: current().db, vault: anew }, 4)).toEqual({ rewrapped: 0, left: false });
  });
});
