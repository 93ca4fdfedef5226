import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptTexts } from '#web/lib/kept-texts.ts';
import { draftOf, holdDraft, isDraftOpen } from './draft-store.ts';

const NEW = { version: 0, held: false };
/** The copies in this browser always take the text. */
const TEXTS: KeptTexts = {
  open: () => undefined,
  canKeep: () => true,
  names: () => [],
  read: async () => null,
  write: async () => true,
  drop: () => undefined,
  forget: () => undefined,
  settled: async () => undefined,
  subscribe: () => () => undefined,
};

let requestId: string;
let made = 0;
let saves: number;
let answer: () => Promise<Response>;

beforeEach(() => {
  vi.useFakeTimers();
  requestId = `request-${++made}`;
  saves = 0;
  vi.stubGlobal('fetch', async () => {
    saves += 1;
    return answer();
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a draft that was left and could not be saved is not saved again beside its copy', async () => {
  answer = () => Promise.reject(new TypeError('no connection'));
  const saver = draftOf(TEXTS, requestId, 'answer', NEW);
  const leave = holdDraft(TEXTS, requestId, 'answer');
  saver.type({ text: 'text' });
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([saves, isDraftOpen(requestId, 'answer')]).toEqual([1, false]);
});

test('a page opened again while the save is in flight has the same draft, not a second one', async () => {
  const saving = Promise.withResolvers<Response>();
  answer = () => saving.promise;
  const saver = draftOf(TEXTS, requestId, 'answer', NEW);
  const leave = holdDraft(TEXTS, requestId, 'answer');
  saver.type({ text: 'text' });
  leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(saver.read().status).toBe('saving');
  expect(draftOf(TEXTS, requestId, 'answer', NEW)).toBe(saver);
  saving.resolve(Response.json({ savedAt: '2026-11-20T07:00:00Z', version: 1 }));
  await vi.advanceTimersByTimeAsync(0);
  expect([saves, isDraftOpen(requestId, 'answer')]).toEqual([1, false]);
});
