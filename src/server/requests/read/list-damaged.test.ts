import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { listRequests } from '#contract/requests-read.ts';
import { WITHHELD } from '#domain/access/redact.ts';
import { seedRequest } from '#tests/cases/list-requests.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('a page with a damaged row', (current) => {
  test.each([
    [
      'text',
      'update request_list set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where request_id = $1',
    ],
    [
      'key',
      `update vault.subject_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where category = 'content'
        and subject_id = (select subject_id from request_list where request_id = $1)`,
    ],
  ])(
    'shows the row without its texts when its %s does not decrypt, and the others whole',
    async (_what, damage) => {
      const app = await testApp(current().db);
      const [whole, damaged] = [await seedRequest(app), await seedRequest(app)];
      const { privacy_officer: officer } = app.people;
      await current().db.kysely.executeQuery(CompiledQuery.raw(damage, [damaged.id]));
      const { status, body } = await app.call(listRequests, { query: { view: 'all', limit: 100 } }, officer);
      expect(status).toBe(200);
      const shown = (id: string) => body.items.find((item: { id: string }) => item.id === id);
      expect(shown(damaged.id)).toMatchObject({
        reference: damaged.reference,
        name: WITHHELD,
        preview: WITHHELD,
      });
      expect(shown(whole.id).name.value).toContain(whole.surname);
      const lines = app.logLines
        .map((line) => JSON.parse(line))
        .filter(({ request }) => request === damaged.id);
      expect(lines).toEqual([expect.objectContaining({ level: 'error', fault: expect.any(String) })]);
    },
  );
});
