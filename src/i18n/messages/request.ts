/** One request: head, timeline, composer, reveal, compare, why this date, closing. */
import type { Area } from '../message.ts';

export const request = {} as const satisfies Area;
