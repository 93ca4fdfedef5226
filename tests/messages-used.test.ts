/** Every message of the catalogue is used, because the translation of an unused one would never be checked. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from '#i18n/catalogue.ts';
import { VOCABULARY } from '#web/features/audit/data-words.ts';

test('no message is unused', () => {
  const sources = globSync('{src/web,src/server,mocks}/**/*.{ts,tsx}', {
    exclude: (name) => name.endsWith('.test.ts'),
  })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // `status.${status}` uses every id with that prefix.
  const prefixes = new Set([
    ...[...sources.matchAll(/`([a-z_.]+[._])\$\{/g)].map(([, prefix]) => prefix ?? ''),
    ...Object.values(VOCABULARY).flat(),
  ]);
  const named = (id: string) => sources.includes(`'${id}'`) || sources.includes(`"${id}"`);
  const built = (id: string) => [...prefixes].some((prefix) => id.startsWith(prefix));
  expect(Object.keys(CATALOGUE).filter((id) => !named(id) && !built(id))).toEqual([]);
});
