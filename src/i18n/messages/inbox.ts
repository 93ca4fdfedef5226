/** The queue: title, views, columns, live strip, bulk work. */
import type { Area } from '../message.ts';

export const inbox = {} as const satisfies Area;
