import { expect, test } from 'vitest';
import { changedMeanwhile, mineOverTheirs } from './conflict.ts';

const BEFORE = { name: 'Ulgi', phone: '1', address: 'Astana' };

test('only what somebody else changed is told', () => {
  expect(changedMeanwhile(BEFORE, { ...BEFORE, address: 'Almaty' })).toEqual(['address']);
});

test('what I did not touch stays as the other person left it', () => {
  const theirs = { ...BEFORE, address: 'Almaty', phone: '2' };
  expect(mineOverTheirs(theirs, { ...BEFORE, phone: '3' }, ['phone'])).toEqual({
    name: 'Ulgi',
    phone: '3',
    address: 'Almaty',
  });
});
