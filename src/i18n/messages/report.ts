/** The overdue view and the figures. */
import type { Area } from '../message.ts';

export const report = {} as const satisfies Area;
