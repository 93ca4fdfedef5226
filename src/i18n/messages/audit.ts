/** The audit log: filters, columns, side panel, trail of a person. */
import type { Area } from '../message.ts';

export const audit = {} as const satisfies Area;
