import { expect, test } from 'vitest';
import type { FieldView } from '#contract/request-shapes.ts';
import { messageCase, requestCase } from '#tests/cases/request-detail.ts';
import { groupRows, mentionsIin, seenOf } from './person-rows.ts';

const field = (name: FieldView['field'], of: FieldView['class'], more: Partial<FieldView>): FieldView => ({
  field: name,
  class: of,
  value: null,
  reveal: false,
  compare: false,
  ...more,
});
const shown = (value: string) => ({ value: { shown: true as const, value } });
const masked = (hint: string | null) => ({ value: { shown: false as const, hint } });

test('a readable name is one row', () => {
  const rows = groupRows(
    [
      field('surname', 'identity', shown('Ким')),
      field('first_name', 'identity', shown('Виктор')),
      field('patronymic', 'identity', {}),
      field('email', 'contact_details', masked('v•••@mail.kz')),
    ],
    'person',
  );
  expect(rows.map((row) => (row.kind === 'joined' ? row.value : row.kind))).toEqual(['Ким Виктор', 'field']);
});

test('fields that can only be compared have a row each', () => {
  const rows = groupRows(
    [
      field('surname', 'identity', { ...masked('К.'), compare: true }),
      field('first_name', 'identity', { ...masked('В.'), compare: true }),
    ],
    'person',
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['field', 'field']);
});

test('hidden fields share one line, whether or not they have a value', () => {
  const rows = groupRows(
    [field('ip', 'network', masked(null)), field('connection_point', 'network', masked(null))],
    'technical',
  );
  expect(rows).toEqual([{ kind: 'hidden', fields: ['ip', 'connection_point'] }]);
});

test('a masked value counts as unseen, a value never given is not counted', () => {
  const fields = [
    field('surname', 'identity', shown('Ким')),
    field('email', 'contact_details', masked('v•••@mail.kz')),
    field('phone', 'contact_details', {}),
  ];
  expect(seenOf(fields)).toEqual({ seen: 1, of: 2 });
});

test('an identity number in a text is detected by its mask', () => {
  const parts = [{ text: 'ЖСН ' }, { masked: '••••••••2019', kind: 'iin' }];
  const text = { shown: true as const, value: { parts, hidden: 1 } };
  expect(mentionsIin(requestCase({ timeline: [messageCase('2026-10-21T04:14:00Z', { text })] }))).toBe(true);
  expect(mentionsIin(requestCase({ timeline: [messageCase('2026-10-21T04:14:00Z')] }))).toBe(false);
});
