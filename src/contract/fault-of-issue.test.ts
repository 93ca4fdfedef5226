import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultOfIssue } from './fault-of-issue.ts';
import { text } from './wire.ts';

test.each<[string, z.ZodType, unknown, object]>([
  ['a missing value', z.string(), undefined, { code: 'required' }],
  ['a number for a text', z.string(), 7, { code: 'wrong_type' }],
  ['an empty list', z.array(z.string()).min(1), [], { code: 'required', min: 1 }],
  ['a short text', z.string().min(3), 'a', { code: 'too_short', min: 3 }],
  ['a long text', z.string().max(1), 'ab', { code: 'too_long', max: 1 }],
  ['a long list', z.array(z.string()).max(1), ['a', 'b'], { code: 'too_many', max: 1 }],
  ['a value not in the list', z.enum(['a']), 'b', { code: 'unknown_value' }],
  ['a field not in the schema', z.strictObject({}), { a: 1 }, { code: 'unknown_field' }],
  ['a pattern', z.string().regex(/^b$/), 'a', { code: 'bad_format' }],
  ['an address', z.email(), 'a', { code: 'not_an_email' }],
  ['a blank text', text(9, 1), ' ', { code: 'required' }],
  ['a text of invisible characters', text(9, 1), '\u202a\u0002', { code: 'required' }],
  ['a text that is too short after cleaning', text(9, 3), ' a\u202ab ', { code: 'too_short', min: 3 }],
  ['a blank text that must be longer', text(9, 3), ' ', { code: 'required' }],
  ['a text too long after cleaning', text(2), 'a\u00adb\r\nc', { code: 'too_long', max: 2 }],
  ['a condition without a name', z.string().refine(() => false), 'a', { code: 'bad_format' }],
])('%s', (_, schema, given, fault) => {
  const [issue] = schema.safeParse(given, { reportInput: true }).error?.issues ?? [];
  expect(issue && faultOfIssue(issue)).toEqual(fault);
});
