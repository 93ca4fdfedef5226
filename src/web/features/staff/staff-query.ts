/** What stands open on the page of staff, as the URL has it: one person, or the form that invites. */
import { z } from 'zod';
import { Id } from '#contract/wire.ts';

export const StaffUrl = z.object({ person: Id.optional(), invite: z.literal('1').optional() });
