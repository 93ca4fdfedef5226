import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDraftSaver, type DraftPorts, isUnsaved } from './draft-saver.ts';

const OFFLINE = new Error('no answer');
let saved: string[];
let answer: () => Promise<{ savedAt: string | null }>;

const ports: DraftPorts = {
  read: async () => ({ text: 'kept by the server', subjectLine: '', savedAt: '2026-11-22T09:00:00Z' }),
  save: ({ text }) => {
    saved.push(text);
    return answer();
  },
  passes: (fault) => fault === OFFLINE,
};

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  answer = async () => ({ savedAt: '2026-11-22T09:03:00Z' });
});
afterEach(() => vi.useRealTimers());

test('a pause of one second saves the draft', async () => {
  const draft = createDraftSaver(ports, false);
  draft.type({ text: 'а' });
  await vi.advanceTimersByTimeAsync(999);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual(['а']);
  expect(draft.read()).toMatchObject({ status: 'saved', savedAt: '2026-11-22T09:03:00Z' });
});

test('typing without a pause is saved every two seconds', async () => {
  const draft = createDraftSaver(ports, false);
  for (let letters = 1; letters <= 10; letters += 1) {
    draft.type({ text: 'а'.repeat(letters) });
    await vi.advanceTimersByTimeAsync(400);
  }
  expect(saved.length).toBeGreaterThanOrEqual(2);
});

test('text typed during a save is saved after it', async () => {
  const way = Promise.withResolvers<{ savedAt: string }>();
  answer = () => way.promise;
  const draft = createDraftSaver(ports, false);
  draft.type({ text: 'one' });
  await vi.advanceTimersByTimeAsync(1_000);
  draft.type({ text: 'one two' });
  answer = async () => ({ savedAt: '2026-11-22T09:04:00Z' });
  way.resolve({ savedAt: '2026-11-22T09:03:00Z' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(saved).toEqual(['one', 'one two']);
  expect(isUnsaved(draft.read())).toBe(false);
});

test('without a connection the text is kept and the save retried', async () => {
  answer = () => Promise.reject(OFFLINE);
  const draft = createDraftSaver(ports, false);
  draft.type({ text: 'offline' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(draft.read()).toMatchObject({ text: 'offline', status: 'waiting' });
  answer = async () => ({ savedAt: '2026-11-22T09:05:00Z' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(draft.read().status).toBe('saved');
});

test('a refused save is shown and not retried', async () => {
  answer = () => Promise.reject(new Error('too long'));
  const draft = createDraftSaver(ports, false);
  draft.type({ text: 'long' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual(['long']);
  expect(draft.read()).toMatchObject({ text: 'long', status: 'refused' });
});

test('typing is ignored until the stored draft has been read', async () => {
  const draft = createDraftSaver(ports, true);
  draft.type({ text: 'too early' });
  await draft.load();
  expect(draft.read()).toMatchObject({ text: 'kept by the server', status: 'saved' });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(saved).toEqual([]);
});

test('a late save does not restore a draft that was sent', async () => {
  const draft = createDraftSaver(ports, false);
  draft.type({ text: 'sent' });
  await draft.settle();
  draft.done();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual([]);
  expect(draft.read()).toMatchObject({ text: '', status: 'saved' });
});
