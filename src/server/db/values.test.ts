import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeEachDatabase, rowsOf } from '#tests/db/harness.ts';
import { BadValue } from './faults.ts';

describeEachDatabase('values that cross the driver', (current) => {
  const one = async (query: ReturnType<typeof sql>) => (await rowsOf(current().db, query))[0];

  test('every type reads the same on both databases', async () => {
    expect(
      await one(sql`select
        true as yes, 7::int2 as small, 7 as plain, 9007199254740991::int8 as big, 1.5::float8 as float, 12.340::numeric as exact,
        'қазақша'::text as text, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid as id, '12'::xid8 as xid, null::text as nothing,
        date '2026-02-28' as day,
        timestamptz '2026-03-01 05:00:00.123456+05' as instant,
        timestamptz '2026-03-01 05:00:00+05' as even,
        timestamp '2026-03-01 05:00:00.9' as local,
        '\\x00ff10'::bytea as bytes, ''::bytea as no_bytes,
        '{"a":[1,null,"x"]}'::jsonb as json`),
    ).toEqual({
      yes: true,
      small: 7,
      plain: 7,
      big: 9_007_199_254_740_991,
      float: 1.5,
      exact: '12.340',
      text: 'қазақша',
      id: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
      xid: '12',
      nothing: null,
      day: '2026-02-28',
      instant: '2026-03-01T00:00:00.123Z',
      even: '2026-03-01T00:00:00.000Z',
      local: '2026-03-01T05:00:00.900Z',
      bytes: new Uint8Array([0, 255, 16]),
      no_bytes: new Uint8Array(),
      json: { a: [1, null, 'x'] },
    });
  });

  test('arrays read the same, with NULL, quotes, nesting and emptiness', async () => {
    expect(
      await one(sql`select
        array['a', null, 'b"c', 'd,e', '', 'NULL', 'back\\slash']::text[] as texts, '{}'::text[] as none, array[1,null,3] as ints,
        array[array[1,2],array[3,4]] as nested, array[5000000000]::int8[] as bigs, array[date '2026-01-02'] as days,
        array['\\x01ff'::bytea] as blobs, array['2026-01-02 03:04:05Z'::timestamptz] as instants,
        array['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid] as ids`),
    ).toEqual({
      texts: ['a', null, 'b"c', 'd,e', '', 'NULL', 'back\\slash'],
      none: [],
      ints: [1, null, 3],
      nested: [
        [1, 2],
        [3, 4],
      ],
      bigs: [5_000_000_000],
      days: ['2026-01-02'],
      blobs: [new Uint8Array([1, 255])],
      instants: ['2026-01-02T03:04:05.000Z'],
      ids: ['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
    });
  });

  test('parameters are stored as they were given', async () => {
    const texts = ['a', 'b"c', 'back\\slash', '{}', 'ҰЛЫ', '👩‍👩‍👧', '', 'NULL'];
    expect(
      await one(sql`select ${texts}::text[] as texts, ${[]}::text[] as none, ${new Uint8Array([0, 1, 255])}::bytea as bytes,
        ${[new Uint8Array([7]), null]}::bytea[] as blobs, ${{ a: [1, 'x'] }}::jsonb as json, ${'[1,2]'}::jsonb as list, ${42}::int8 as big, ${true}::bool as yes,
        ${null}::text as nothing, ${'2026-02-28'}::date as day, ${Temporal.Instant.from('2026-01-02T03:04:05.678Z')}::timestamptz as instant,
        ${Temporal.PlainDate.from('2026-02-28')}::date as plain`),
    ).toEqual({
      texts,
      none: [],
      bytes: new Uint8Array([0, 1, 255]),
      blobs: [new Uint8Array([7]), null],
      json: { a: [1, 'x'] },
      list: [1, 2],
      big: 42,
      yes: true,
      nothing: null,
      day: '2026-02-28',
      instant: '2026-01-02T03:04:05.678Z',
      plain: '2026-02-28',
    });
  });

  test('a megabyte of bytes and of text is returned unchanged', async () => {
    const bytes = Uint8Array.from({ length: 1_048_576 }, (_, i) => i % 256);
    const text = 'ә'.repeat(500_000);
    const row = await one(sql`select ${bytes}::bytea as bytes, ${text}::text as text`);
    expect(row).toEqual({ bytes, text });
  });

  test.each([
    ['NUL', 'a\0b'],
    ['a lone high surrogate', 'a\uD83D'],
    ['a lone low surrogate', '\uDE00b'],
    ['NUL inside an array', ['ok', '\0']],
    ['NUL inside JSON', { a: '\0' }],
    ['a lone surrogate inside JSON', { a: '\uD83D' }],
  ])('%s is refused as a bad value and the session stays usable', async (_, value) => {
    const type = typeof value === 'string' ? sql`text` : Array.isArray(value) ? sql`text[]` : sql`jsonb`;
    await expect(rowsOf(current().db, sql`select ${value}::${type} as x`)).rejects.toThrow(BadValue);
    expect(await rowsOf(current().db, sql`select 1 as x`)).toEqual([{ x: 1 }]);
  });

  test.each(['9007199254740993::int8', "timestamptz 'infinity'", "date '10000-01-01'"])(
    '%s is refused rather than read wrongly',
    async (expression) => {
      await expect(rowsOf(current().db, sql`select ${sql.raw(expression)} as x`)).rejects.toThrow(BadValue);
      expect(await rowsOf(current().db, sql`select 1 as x`)).toEqual([{ x: 1 }]);
    },
  );

  test('malformed input is a bad value whose message does not repeat it', async () => {
    const refused = rowsOf(current().db, sql`select ${'secret-name'}::int as x`);
    await expect(refused).rejects.toThrow(BadValue);
    await expect(refused).rejects.not.toThrow(/secret-name/);
  });
});
