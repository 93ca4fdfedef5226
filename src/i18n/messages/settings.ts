/** Settings: organisation, calendar, secrets, mail, first-run checklist. */
import type { Area } from '../message.ts';

export const settings = {} as const satisfies Area;
