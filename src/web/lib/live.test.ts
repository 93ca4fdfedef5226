import { describe, expect, test } from 'vitest';
import { createLiveStore } from './live.ts';

function store() {
  const clock = { ms: 0 };
  return { clock, live: createLiveStore(() => clock.ms) };
}

test('a new request that changes is still listed as new only', () => {
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
  expect(live.read()).toEqual({
    newIds: new Set(),
    changedIds: new Set(),
    letterIds: new Set(),
    missed: false,
  });
});

describe('the state of a letter', () => {
  test('is news of its own, which a list counts as a change', () => {
    const { live } = store();
    live.tell([{ id: 'a', change: 'letter' }]);
    expect([...live.read().letterIds]).toEqual(['a']);
    expect([...live.read().changedIds]).toEqual(['a']);
    live.letterSeen('a');
    expect(live.read().changedIds.size).toBe(0);
  });

  test('is not lost with the echo of sending it, however fast it was sent', () => {
    const { live } = store();
    live.tell([{ id: 'a', change: 'changed' }]);
    live.tell([{ id: 'a', change: 'letter' }]);
    live.settleOwn('a');
    expect([...live.read().letterIds]).toEqual(['a']);
    live.letterSeen('a');
    expect(live.read().changedIds.size).toBe(0);
  });

  test('does not hide what a colleague changed', () => {
    const { live } = store();
    live.tell([{ id: 'a', change: 'changed' }]);
    live.tell([{ id: 'a', change: 'letter' }]);
    live.letterSeen('a');
    expect([...live.read().changedIds]).toEqual(['a']);
  });
});

describe('the tab’s own change is not shown as news', () => {
  test('when the stream arrives before the answer', () => {
    const { live } = store();
    live.tell([{ id: 'a', change: 'changed' }]);
    live.settleOwn('a');
    expect(live.read().changedIds.size).toBe(0);
  });

  test('when the answer arrives before the stream', () => {
    const { live } = store();
    live.settleOwn('a');
    live.tell([{ id: 'a', change: 'changed' }]);
    expect(live.read().changedIds.size).toBe(0);
  });

  test('but a second change right after it is, for instance a letter that was sent', () => {
    const { live } = store();
    live.settleOwn('a');
    live.tell([{ id: 'a', change: 'changed' }]);
    live.tell([{ id: 'a', change: 'changed' }]);
    expect([...live.read().changedIds]).toEqual(['a']);
  });

  test('but a second change is, also when the stream arrived before the answer', () => {
    const { live } = store();
    live.tell([{ id: 'a', change: 'changed' }]);
    live.settleOwn('a');
    live.tell([{ id: 'a', change: 'changed' }]);
    expect([...live.read().changedIds]).toEqual(['a']);
  });

  test('but a later change by another person is', () => {
    const { live, clock } = store();
    live.settleOwn('a');
    clock.ms = 3_001;
    live.tell([{ id: 'a', change: 'changed' }]);
    expect([...live.read().changedIds]).toEqual(['a']);
  });
});
