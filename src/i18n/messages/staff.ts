/** People and their roles. */
import type { Area } from '../message.ts';

export const staff = {} as const satisfies Area;
