import { expect, test } from 'vitest';
import { CHECKLIST } from '#contract/settings.ts';
import { isVouched, progressOf, STEP_PLACES } from './steps.ts';

const checklist = (...done: readonly string[]) =>
  CHECKLIST.map((step) => ({ step, done: done.includes(step), at: null }));

test('the next step is the first that is not done', () => {
  expect(progressOf(checklist('organisation', 'key_copied'))).toEqual({ done: 2, all: 7, next: 'calendar' });
});

test('when all is done, nothing is next', () => {
  expect(progressOf(checklist(...CHECKLIST)).next).toBeNull();
});

test('a step confirmed by a person has no page of its own', () => {
  expect(CHECKLIST.filter(isVouched).map((step) => STEP_PLACES[step])).toEqual([null, null]);
});
