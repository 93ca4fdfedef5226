import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listRequests } from '#contract/requests-read.ts';
import { InstantText } from '#contract/wire.ts';
import { strictly } from './strict-answer.ts';

const ID = '0198c0de-0000-7000-8000-000000000001';
const least = {
  id: ID,
  reference: 'NP-2026-000123',
  type: 'contact',
  status: 'new',
  language: 'kk',
  receivedAt: '2026-11-02T08:00:00.123Z',
  dueOn: '2026-12-02',
  move: 'take',
  version: 1,
};
const row = {
  ...least,
  actBy: '2026-12-01',
  steps: [{ code: 'block', startedOn: '2026-11-02', dueOn: '2026-11-03', target: true }],
  assignee: ID,
  name: { shown: true, value: 'Қ. Н.' },
  preview: { shown: false, hint: null },
};
const page = {
  items: [row, { ...row, name: null }, least],
  staff: [{ id: ID, name: 'Қарлығаш' }],
  next: null,
  total: { count: 3, capped: false },
};
const parse = strictly(listRequests.response);

test('returns a valid answer itself, without a copy', () => {
  expect(parse(page)).toBe(page);
});

/** Every place of a value, the whole included. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function changedAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  const copy: Record<string, unknown> = Array.isArray(value) ? [...value] : Object.assign({}, value);
  copy[key] = changedAt(copy[key], rest, change);
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, 0, 1, -0, 1.5, Number.NaN, 2 ** 60, '', ID, {}, []),
  fc.constantFrom(
    '2026-02-30',
    '2026-11-02T08:00:00.1234567891Z',
    `${ID}\n`,
    'new',
    'NP-2026-1',
    'constructor',
  ),
  fc.string(),
);
const damage = fc.oneof(
  odd.map((value) => () => value),
  fc.constant((old: unknown) => (typeof old === 'object' && old !== null ? { ...old, more: 1 } : old)),
  fc.constant((old: unknown) =>
    typeof old === 'object' ? Object.assign(Object.create({ inherited: 1 }), old) : old,
  ),
  fc.constant((old: unknown) => Object.fromEntries(Object.entries(Object(old)).slice(1))),
  fc.constant((old: unknown) => Object.fromEntries(Object.entries(Object(old)).toReversed())),
);

test('accepts, refuses and returns a changed answer as zod alone does', () => {
  const came = { passed: 0, refused: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...placesOf(page)), damage, (path, change) => {
      const given = changedAt(page, path, change);
      const zods = listRequests.response.safeParse(given);
      came[zods.success ? 'passed' : 'refused'] += 1;
      if (zods.success) expect(parse(given)).toEqual(zods.data);
      else expect(() => parse(given)).toThrow(z.ZodError);
    }),
    { seed: 7, numRuns: 4_000 },
  );
  expect([came.passed > 100, came.refused > 100]).toEqual([true, true]);
});

test.each<[string, z.ZodType, unknown, unknown]>([
  ['an unknown key dropped', z.object({ a: z.string() }), { a: 'a', b: 1 }, { a: 'a' }],
  ['a default filled in', z.strictObject({ a: z.string().default('x') }), {}, { a: 'x' }],
  ['a text trimmed', z.strictObject({ a: z.string().trim() }), { a: ' a' }, { a: 'a' }],
  [
    'an instant cut',
    z.array(InstantText),
    ['2026-11-02T08:00:00.1234567891Z'],
    ['2026-11-02T08:00:00.123456789Z'],
  ],
  ['a number coerced', z.strictObject({ a: z.coerce.number() }), { a: '1' }, { a: 1 }],
  ['the first fitting choice', z.union([z.string().trim(), z.string()]), ' a', 'a'],
])('what parsing changes is changed: %s', (_, schema, given, parsed) => {
  expect(strictly(schema)(given)).toEqual(parsed);
});

test.each<[string, z.ZodType, unknown]>([
  ['a condition of its own', z.strictObject({ a: z.string() }).refine(() => false), { a: 'a' }],
  ['a longest length', z.strictObject({ a: z.string().max(1) }), { a: 'aa' }],
  ['a fraction', z.strictObject({ a: z.int() }), { a: 1.5 }],
  ['a greatest number', z.strictObject({ a: z.int().max(1) }), { a: 2 }],
  ['a longest list', z.array(z.string()).max(1), ['a', 'b']],
])('what parsing refuses is refused: %s', (_, schema, given) => {
  expect(() => strictly(schema)(given)).toThrow(z.ZodError);
});
