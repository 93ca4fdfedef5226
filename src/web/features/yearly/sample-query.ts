/** The sample's URL: a year, or a first and last day; the size; the seed. */
import { z } from 'zod';
import type { SampleQuery } from '#contract/audit-yearly.ts';
import { LARGEST_SEED, SAMPLE_SIZES } from '#domain/audit/sample.ts';
import type { CivilDate } from '#domain/time/civil.ts';

export const SIZES = [10, SAMPLE_SIZES.usual, 50, SAMPLE_SIZES.most] as const;

export const SampleUrl = z.object({
  year: z.coerce.number().int().min(2000).max(2999).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  size: z.coerce.number().int().min(1).max(SAMPLE_SIZES.most).default(SAMPLE_SIZES.usual),
  seed: z.coerce.number().int().min(0).max(LARGEST_SEED).optional(),
});
export type SampleUrl = z.output<typeof SampleUrl>;

/** Days take precedence over a year; without either it is the current year. Null without a seed. */
export function askedOf(url: SampleUrl, today: CivilDate): z.output<typeof SampleQuery> | null {
  const { from, to, size, seed } = url;
  if (seed === undefined) return null;
  if (from !== undefined && to !== undefined && from <= to) return { from, to, size, seed };
  const year = yearAsked(url, today);
  return { from: `${year}-01-01`, to: `${year}-12-31`, size, seed };
}

export function yearAsked({ year }: SampleUrl, today: CivilDate): number {
  return year ?? Number(today.slice(0, 4));
}

export function newSeed(): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return random % (LARGEST_SEED + 1);
}
