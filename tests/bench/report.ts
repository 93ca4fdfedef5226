/** Prints the measurements as a table and compares them with the targets. */
import type { Measured } from './programs.ts';

export type Round = { floor: Measured; ours: Measured };
type Series = { where: string; size: number; rounds: readonly Round[] };

/** The target for pages per second of the product ÷ those of the floor. */
const LEAST_RATIO = 0.4;
/** The target for the cost of a page over the largest archive ÷ that over the smallest. */
const MOST_GROWTH = 1.3;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printTable(
  measured: readonly Series[],
  { calls, callers }: { calls: number; callers: number },
): void {
  const rows = [
    [
      '',
      'requests',
      'program',
      'pages/s',
      'p50 ms',
      'p95 ms',
      'kB',
      'cpu ms',
      'database',
      'ratio',
      'of each round',
    ],
  ];
  for (const { where, size, rounds } of measured) {
    for (const program of ['floor', 'ours'] as const) {
      const of = (figure: keyof Measured) => medianOf(rounds.map((round) => round[program][figure]));
      const ours = program === 'ours';
      rows.push([
        where,
        String(size),
        program,
        of('perSecond').toFixed(0),
        of('p50').toFixed(1),
        of('p95').toFixed(1),
        (of('bytes') / 1_000).toFixed(1),
        of('program').toFixed(2),
        of('database').toFixed(2),
        ours ? ratioOf(rounds).toFixed(3) : '',
        ours ? rounds.map((round) => ratioOf([round]).toFixed(2)).join(' ') : '',
      ]);
    }
  }
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  say(`\nOne page of the open queue, ${callers} callers at once, ${calls} calls a round, median of rounds`);
  for (const row of rows)
    say(
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    );
  for (const { grown, from, to } of growth(measured))
    say(`A page over ${to} requests costs ${grown.toFixed(2)} × one over ${from}`);
}

/** One line for each target that was missed. */
export function verdict(measured: readonly Series[]): readonly string[] {
  return [
    ...measured
      .filter(({ rounds }) => ratioOf(rounds) < LEAST_RATIO)
      .map(
        ({ where, size, rounds }) =>
          `${where}, ${size}: ratio ${ratioOf(rounds).toFixed(3)} < ${LEAST_RATIO}`,
      ),
    ...growth(measured)
      .filter(({ grown }) => grown > MOST_GROWTH)
      .map(({ grown, to }) => `a page over ${to} requests: ${grown.toFixed(2)} > ${MOST_GROWTH}`),
  ];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1 + (sorted.length % 2)] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}

function ratioOf(rounds: readonly Round[]): number {
  return medianOf(rounds.map(({ floor, ours }) => ours.perSecond / floor.perSecond));
}

/** Compares round by round, so that a busy minute of the machine affects both sides. */
function growth(measured: readonly Series[]): { from: number; to: number; grown: number }[] {
  const [smallest, ...larger] = measured
    .filter(({ where }) => where === 'PostgreSQL')
    .toSorted((a, b) => a.size - b.size);
  if (!smallest) return [];
  return larger.map(({ size, rounds }) => ({
    from: smallest.size,
    to: size,
    grown: medianOf(
      rounds.map(({ ours }, at) => (smallest.rounds[at]?.ours.perSecond ?? 0) / ours.perSecond),
    ),
  }));
}

/** Aligns names left and figures right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === 2 || column === 10 ? cell.padEnd(width) : cell.padStart(width);
}
