import { describe, expect, test } from 'vitest';
import type { Problem } from '#contract/errors.ts';
import { translator } from '#i18n/translator.ts';
import { ApiError, NoAnswer } from '#web/api/call.ts';
import { fieldFaults, problemText, requestIdOf } from './problem-text.ts';

const refused = (problem: Partial<Problem>) =>
  new ApiError({ type: '', title: '', status: 400, code: 'internal', requestId: 'r-1', ...problem });
const said = (problem: Partial<Problem>) => problemText(refused(problem), translator('en'));

describe('problemText', () => {
  test('names the cause', () => {
    expect(said({ code: 'stale_version' })).toContain('Somebody else changed it');
  });

  test('prefers the reason to the bare refusal', () => {
    expect(said({ code: 'forbidden', why: 'assigned_to_me' })).toBe('Take the request first.');
  });

  test('falls back to the code when the reason has no message', () => {
    expect(said({ code: 'forbidden', why: 'unheard_of' })).toBe('You do not have the right to do this.');
  });

  test('says how long to wait', () => {
    expect(said({ code: 'too_many_requests', retryAfter: 40 })).toBe('Try again in 40 seconds.');
  });

  test('distinguishes no answer from a refusal', () => {
    expect(problemText(new NoAnswer('no answer'), translator('en'))).toBe('The server could not be reached.');
  });

  test('does not show the text of a programming error', () => {
    expect(problemText(new TypeError('x is undefined'), translator('en'))).not.toContain('undefined');
  });
});

test('fieldFaults uses the names that forms give their fields', () => {
  const error = refused({
    errors: [
      { pointer: '/email', code: 'required' },
      { pointer: '/extra/0/value', code: 'too_long', max: 500 },
      { pointer: '/a~1b', code: 'bad_format' },
      { pointer: '?type', code: 'unknown_value' },
    ],
  });
  expect(Object.keys(fieldFaults(error, translator('en')))).toEqual([
    'email',
    'extra.0.value',
    'a/b',
    'type',
  ]);
  expect(fieldFaults(error, translator('en'))['extra.0.value']).toBe('At most 500 characters.');
});

test('the request id of a refusal is available for copying', () => {
  expect(requestIdOf(refused({}))).toBe('r-1');
  expect(requestIdOf(new NoAnswer('no answer'))).toBeNull();
});
