import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeptTexts, type KeptTexts } from './kept-texts.ts';

const ME = '01990000-0000-7000-8000-000000000001';
const TEXT = 'Құрметті Нұргүл, деректеріңіз жойылды.';

let key: () => Promise<Uint8Array<ArrayBuffer>>;
let storage: () => Storage;

const keyOf = (byte: number) => async () => new Uint8Array(32).fill(byte);
const open = (person = ME): KeptTexts => {
  const texts = createKeptTexts(person, { storage: () => storage(), key: () => key() });
  texts.open();
  return texts;
};
const everything = () => JSON.stringify({ ...localStorage });

beforeEach(() => {
  key = keyOf(1);
  storage = () => localStorage;
});
afterEach(() => localStorage.clear());

test('a text is read again by a later page, and is nowhere in clear', async () => {
  expect(await open().write('request/answer/tab', TEXT)).toBe(true);
  expect(everything()).not.toContain('Нұргүл');
  const later = open();
  expect(later.names('request/')).toEqual(['request/answer/tab']);
  expect(await later.read('request/answer/tab')).toBe(TEXT);
});

test('the key cannot be taken out of the page', async () => {
  const given = new Uint8Array(32).fill(7);
  key = async () => given;
  await open().write('a', TEXT);
  expect([...given]).toEqual([...new Uint8Array(32)]);
});

test('another person’s key opens nothing, and another person lists nothing', async () => {
  await open().write('a', TEXT);
  expect(open('01990000-0000-7000-8000-000000000002').names('')).toEqual([]);
  key = keyOf(2);
  expect(await open().read('a')).toBeNull();
});

test('a text moved to another name does not open there', async () => {
  await open().write('a', TEXT);
  localStorage.setItem(`otinish-text/${ME}/b`, localStorage.getItem(`otinish-text/${ME}/a`) ?? '');
  expect(await open().read('b')).toBeNull();
});

test('of writes and drops at once the last one wins', async () => {
  const texts = open();
  await Promise.all([texts.write('a', 'one'), texts.write('a', 'one two')]);
  expect(await texts.read('a')).toBe('one two');
  const late = texts.write('a', 'one two three');
  texts.drop('a');
  await late;
  expect(texts.names('')).toEqual([]);
});

test('signing out removes every text of the person, of no other, and keeps no more', async () => {
  const [texts, other] = [open(), open('01990000-0000-7000-8000-000000000002')];
  await Promise.all([texts.write('a', TEXT), texts.write('b', TEXT), other.write('a', TEXT)]);
  const late = texts.write('c', TEXT);
  texts.forget();
  await late;
  expect(await texts.write('a', TEXT)).toBe(false);
  expect(texts.names('')).toEqual([]);
  expect(other.names('')).toEqual(['a']);
  expect(texts.canKeep()).toBe(false);
});

test('it does not claim to keep text without a key or without storage', async () => {
  key = () => Promise.reject(new Error('no answer'));
  const keyless = open();
  expect(await keyless.write('a', TEXT)).toBe(false);
  expect(keyless.canKeep()).toBe(false);
  key = keyOf(1);
  storage = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const denied = open();
  expect(await denied.write('a', TEXT)).toBe(false);
  expect(denied.canKeep()).toBe(false);
  expect(denied.names('')).toEqual([]);
});

test('it says that it keeps text once the key is there', async () => {
  const texts = open();
  await expect.poll(() => texts.canKeep()).toBe(true);
});

test('texts of a month ago are removed, whose ever they are', async () => {
  const at = Temporal.Now.instant();
  const entry = (hours: number) =>
    JSON.stringify({ at: at.subtract({ hours }).toString(), nonce: 'AA==', sealed: 'AA==' });
  localStorage.setItem('otinish-text/somebody/old', entry(24 * 31));
  localStorage.setItem('otinish-text/somebody/fresh', entry(24));
  open();
  expect(Object.keys(localStorage)).toEqual(['otinish-text/somebody/fresh']);
});
