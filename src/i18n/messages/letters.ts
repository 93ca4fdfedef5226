/** What the server writes to applicants: receipts, acknowledgements, mail subjects. */
import type { Area } from '../message.ts';

export const letters = {} as const satisfies Area;
