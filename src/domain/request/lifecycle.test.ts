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

  it.each(cases)(
    '%s from %s (somebody has it: %s) is a way the lifecycle knows',
    (action, from, assigned) => {
      const to = statusAfter(action, from, assigned);
      expect(to === from || mayBecome(from, to)).toBe(true);
    },
  );

  it('every action that moves a request says so in both tables', () => {
    expect(statusChanges.filter((action) => actionRow(action).statuses === undefined)).toEqual([]);
  });
});

describe('what a type asks for', () => {
  it('a right needs a decision of two, a question does not', () => {
    expect([needsDecision('deletion'), needsDecision('contact'), needsDecision('incident')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('only from the officers’ track to the desk is a conversion back', () => {
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
