/** Every message is said somewhere: an id nobody names is a translation nobody will check. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from '#i18n/catalogue.ts';

test('no message is unused', () => {
  const sources = globSync('{src/web,src/server,mocks}/**/*.{ts,tsx}', {
    exclude: (name) => name.endsWith('.test.ts'),
  })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // `status.${status}` uses every id that begins so.
  const prefixes = new Set([...sources.matchAll(/`([a-z_.]+[._])\$\{/g)].map(([, prefix]) => prefix ?? ''));
  const named = (id: string) => sources.includes(`'${id}'`) || sources.includes(`"${id}"`);
  const built = (id: string) => [...prefixes].some((prefix) => id.startsWith(prefix));
  expect(Object.keys(CATALOGUE).filter((id) => !named(id) && !built(id))).toEqual([]);
});
