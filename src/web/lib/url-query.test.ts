import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseQuery, withQuery } from './url-query.ts';

const Filter = z.strictObject({
  view: z.enum(['open', 'closed']).default('open'),
  type: z
    .string()
    .transform((given) => given.split(','))
    .optional(),
  limit: z.coerce.number().int().max(100).default(50),
  cursor: z.string().optional(),
});
const from = (text: string) => parseQuery(new URLSearchParams(text), Filter);
const changed = (text: string, patch: Parameters<typeof withQuery>[1]) =>
  withQuery(new URLSearchParams(text), patch).toString();

describe('reading', () => {
  test('an empty URL gives the defaults', () => {
    expect(from('')).toEqual({ view: 'open', limit: 50 });
  });

  test('given values are parsed', () => {
    expect(from('view=closed&type=deletion,access&limit=10')).toEqual({
      view: 'closed',
      type: ['deletion', 'access'],
      limit: 10,
    });
  });

  test('a value that makes no sense is left out, the rest stays', () => {
    expect(from('view=nonsense&limit=10')).toEqual({ view: 'open', limit: 10 });
  });

  test('an unknown name is left out, the rest stays', () => {
    expect(from('utm_source=mail&limit=10')).toEqual({ view: 'open', limit: 10 });
  });
});

describe('changing', () => {
  test('a change of filters drops the cursor', () => {
    expect(changed('cursor=abc&view=open', { view: 'closed' })).toBe('view=closed');
  });

  test('turning the page keeps the filters', () => {
    expect(changed('view=open', { cursor: 'abc' })).toBe('cursor=abc&view=open');
  });

  test('several values are written into one parameter', () => {
    expect(changed('', { type: ['deletion', 'access'] })).toBe('type=deletion%2Caccess');
  });

  test.each([null, undefined, '', false, []])('%j removes the filter', (nothing) => {
    expect(changed('type=deletion&view=open', { type: nothing })).toBe('view=open');
  });

  test('zero is a value', () => {
    expect(changed('', { page: 0 })).toBe('page=0');
  });
});
