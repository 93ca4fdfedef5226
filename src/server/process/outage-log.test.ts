import { afterEach, expect, it, vi } from 'vitest';
import { outageLog } from './outage-log.ts';

const AWAY = { error: 'DatabaseUnavailable: connection refused\n    at somewhere' };

function started(answers: readonly boolean[]) {
  const lines: [string, string, Record<string, unknown>][] = [];
  const write = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void lines.push([level, message, fields]);
  const outage = outageLog({ info: write('info'), warn: write('warn'), error: write('error') });
  const left = [...answers];
  outage.watch(async () => left.shift() ?? true);
  return { ...outage, lines };
}

vi.useFakeTimers();
afterEach(() => vi.clearAllTimers());

it('makes two lines of an outage, whatever fails meanwhile, and counts what failed', async () => {
  const { log, lines } = started([false, false, true]);
  for (let n = 0; n < 5; n += 1) log.error(AWAY, 'request failed');
  await vi.advanceTimersByTimeAsync(100);
  log.warn({ cause: 'CommitUnknown: no answer' }, 'a refusal could not be logged');
  log.info({ signal: 'x' }, 'something else');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(lines).toEqual([
    ['error', 'the database is away', { error: 'DatabaseUnavailable: connection refused' }],
    ['info', 'something else', { signal: 'x' }],
    ['info', 'the database is back', { seconds: expect.any(Number), failed: 6 }],
  ]);
  log.error(AWAY, 'request failed');
  await vi.advanceTimersByTimeAsync(100);
  expect(lines).toHaveLength(4);
});

it('passes the line of a single session that broke while the database answers', async () => {
  const { log, lines } = started([true]);
  log.warn(AWAY, 'a database session broke');
  await vi.advanceTimersByTimeAsync(100);
  expect(lines).toEqual([['warn', 'a database session broke', AWAY]]);
});

it('counts the lines that came while it asked whether the database answers', async () => {
  const { log, lines } = started([true]);
  for (let n = 0; n < 3; n += 1) log.warn(AWAY, 'a database session broke');
  await vi.advanceTimersByTimeAsync(100);
  expect(lines).toEqual([['warn', 'a database session broke', { ...AWAY, failed: 3 }]]);
});

it('passes every other error as it is', () => {
  const { log, lines } = started([]);
  log.error({ error: 'TypeError: x' }, 'a job failed');
  expect(lines).toEqual([['error', 'a job failed', { error: 'TypeError: x' }]]);
});
