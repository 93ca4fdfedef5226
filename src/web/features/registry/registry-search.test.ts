import { expect, test } from 'vitest';
import { REGISTRY } from '#domain/audit/registry.ts';
import { translator } from '#i18n/translator.ts';
import { registryRows } from './registry-search.ts';

const found = (typed: string) => registryRows(typed, translator('kk')).map(({ event }) => event);

test('where nothing is typed every kind is there', () => {
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

test('what an alarm is called finds the alarms', () => {
  expect(found('дабыл')).toEqual(
    REGISTRY.filter(({ severity }) => severity === 'alarm').map(({ event }) => event),
  );
});

test('what stands nowhere finds nothing', () => {
  expect(found('PD010 zzz')).toEqual([]);
});
