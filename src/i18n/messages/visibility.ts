/** The page "Who sees what". */
import type { Area } from '../message.ts';

export const visibility = {} as const satisfies Area;
