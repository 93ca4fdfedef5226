import { expect, test } from 'vitest';
import { REGISTRY } from '#domain/audit/registry.ts';
import { translator } from '#i18n/translator.ts';
import { registryRows } from './registry-search.ts';

const found = (typed: string) => registryRows(typed, translator('kk')).map(({ event }) => event);

test('without a search all event types are listed', () => {
  expect(found('  ')).toHaveLength(REGISTRY.length);
});

test.each([
  ['a code', 'pd010'],
  ['a name', 'request.revealed'],
  ['words of another language', 'показано поле'],
  ['words of two languages', 'PD010 revealed'],
])('%s finds it: %s', (_, typed) => {
  expect(found(typed)).toContain('request.revealed');
});

test('the word for the alarm severity finds the alarms', () => {
  expect(found('дабыл')).toEqual(
    REGISTRY.filter(({ severity }) => severity === 'alarm').map(({ event }) => event),
  );
});

test('a word that no row contains finds nothing', () => {
  expect(found('PD010 zzz')).toEqual([]);
});
