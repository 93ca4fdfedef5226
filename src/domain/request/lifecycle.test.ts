import { describe, expect, it } from 'vitest';
import { actionRow } from '../access/actions.ts';
import {
  isConversionBack,
  needsDecision,
  needsGround,
  recordableOn,
  statusAfter,
  statusChanges,
} from './lifecycle.ts';
import { mayBecome, statuses } from './status.ts';

describe('the effect of an action on the status', () => {
  const cases = statusChanges.flatMap((action) =>
    (actionRow(action).statuses ?? statuses).flatMap((from) =>
      [true, false].map((assigned) => [action, from, assigned] as const),
    ),
  );

  it.each(cases)('%s from %s (assigned: %s) is a transition of the table', (action, from, assigned) => {
    const to = statusAfter(action, from, assigned);
    expect(to === from || mayBecome(from, to)).toBe(true);
  });

  it('every action that changes the status names the statuses it starts from', () => {
    expect(statusChanges.filter((action) => actionRow(action).statuses === undefined)).toEqual([]);
  });
});

describe('requirements of types and outcomes', () => {
  it('a right needs a decision of two officers, a question does not', () => {
    expect([needsDecision('deletion'), needsDecision('contact'), needsDecision('incident')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('only a change from the officers’ track to support is a conversion back', () => {
    expect(isConversionBack('deletion', 'contact')).toBe(true);
    expect(isConversionBack('contact', 'deletion')).toBe(false);
    expect(isConversionBack('deletion', 'access')).toBe(false);
  });

  it('granting in full needs no ground, anything less does', () => {
    expect([needsGround('fulfilled'), needsGround('partly_fulfilled'), needsGround('refused')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('receipt and answer are never recorded by hand', () => {
    expect(recordableOn('deletion')).toEqual(['violation_confirmed', 'destroyed', 'blocked', 'unblocked']);
  });
});
