import { expect, test } from 'vitest';
import { changedMeanwhile, mineOverTheirs } from './conflict.ts';

const BEFORE = { name: 'Ulgi', phone: '1', address: 'Astana' };

test('only fields that another person changed are listed', () => {
  expect(changedMeanwhile(BEFORE, { ...BEFORE, address: 'Almaty' })).toEqual(['address']);
});

test('untouched fields keep the other person’s values', () => {
  const theirs = { ...BEFORE, address: 'Almaty', phone: '2' };
  expect(mineOverTheirs(theirs, { ...BEFORE, phone: '3' }, ['phone'])).toEqual({
    name: 'Ulgi',
    phone: '3',
    address: 'Almaty',
  });
});
