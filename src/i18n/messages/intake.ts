/** The registration form and the intake secrets of sites. */
import type { Area } from '../message.ts';

export const intake = {} as const satisfies Area;
