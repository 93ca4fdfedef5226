/** Checks the reference dates and the boundary instants in this process and in processes with other time zones. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { deadlineVectorFailures } from './deadline-vectors.ts';
import vectors from './deadlines.json' with { type: 'json' };
import { BOUNDARIES, boundaryFailures } from './due-boundaries.ts';

test('every reference date and state is computed as given', () => {
  expect(deadlineVectorFailures(vectors)).toEqual([]);
});

test('a wrong vector is reported, so the check cannot pass without comparing', () => {
  const [first, ...rest] = vectors.cases;
  const wrong = { ...vectors, cases: [{ ...first, actBy: '2026-12-20' }, ...rest] };
  expect(deadlineVectorFailures(wrong as typeof vectors)).toEqual([
    '2026-11-20T18:59:59Z: actBy is 2026-12-18, expected 2026-12-20',
  ]);
});

test('every boundary instant has its expected state', () => {
  expect(BOUNDARIES.length).toBeGreaterThanOrEqual(20);
  expect(boundaryFailures()).toEqual([]);
});

test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Tokyo'])(
  'a machine in the zone %s computes the same',
  (zone) => {
    expect(failuresIn(zone)).toEqual({ zone, failures: [] });
  },
);

function failuresIn(zone: string): unknown {
  const script = `
    import { boundaryFailures } from '#tests/vectors/due-boundaries.ts';
    import { deadlineVectorFailures } from '#tests/vectors/deadline-vectors.ts';
    import vectors from '#tests/vectors/deadlines.json' with { type: 'json' };
    const failures = [...deadlineVectorFailures(vectors), ...boundaryFailures()];
    process.stdout.write(JSON.stringify({ zone: Temporal.Now.timeZoneId(), failures }));`;
  const node = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script];
  return JSON.parse(
    execFileSync(process.execPath, node, { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
  );
}
