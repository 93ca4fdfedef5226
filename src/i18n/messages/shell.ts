/** The frame: navigation, language and theme switch, banners. */
import type { Area } from '../message.ts';

export const shell = {} as const satisfies Area;
