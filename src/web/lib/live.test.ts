import { describe, expect, test } from 'vitest';
import { createLiveStore } from './live.ts';

function store() {
  const clock = { ms: 0 };
  return { clock, live: createLiveStore(() => clock.ms) };
}

test('a new request that changes is still only new', () => {
  const { live } = store();
  live.tell([{ id: 'a', change: 'new' }]);
  live.tell([
    { id: 'a', change: 'changed' },
    { id: 'b', change: 'changed' },
  ]);
  expect([...live.read().newIds]).toEqual(['a']);
  expect([...live.read().changedIds]).toEqual(['b']);
});

test('showing the list clears the news', () => {
  const { live } = store();
  live.tell([{ id: 'a', change: 'new' }]);
  live.tellMissed();
  live.clear();
  expect(live.read()).toEqual({ newIds: new Set(), changedIds: new Set(), missed: false });
});

describe('one’s own change is no news', () => {
  test('when the stream is faster than the answer', () => {
    const { live } = store();
    live.tell([{ id: 'a', change: 'changed' }]);
    live.settleOwn('a');
    expect(live.read().changedIds.size).toBe(0);
  });

  test('when the answer is faster than the stream', () => {
    const { live } = store();
    live.settleOwn('a');
    live.tell([{ id: 'a', change: 'changed' }]);
    expect(live.read().changedIds.size).toBe(0);
  });

  test('but what follows it at once is: a letter that has left', () => {
    const { live } = store();
    live.settleOwn('a');
    live.tell([{ id: 'a', change: 'changed' }]);
    live.tell([{ id: 'a', change: 'changed' }]);
    expect([...live.read().changedIds]).toEqual(['a']);
  });

  test('also where the stream was faster than the answer', () => {
    const { live } = store();
    live.tell([{ id: 'a', change: 'changed' }]);
    live.settleOwn('a');
    live.tell([{ id: 'a', change: 'changed' }]);
    expect([...live.read().changedIds]).toEqual(['a']);
  });

  test('and so is what another does later', () => {
    const { live, clock } = store();
    live.settleOwn('a');
    clock.ms = 3_001;
    live.tell([{ id: 'a', change: 'changed' }]);
    expect([...live.read().changedIds]).toEqual(['a']);
  });
});
