/**
 * Texts that must work where they are used: an address to write to, a number to call, a server, a site. A form and the
 * server refuse what cannot work, with a sentence. The public form of a site takes anything, see intake.ts.
 */
import { z } from 'zod';
import { hostFault } from '#domain/network/host.ts';
import { isSiteAddress } from '#domain/network/site-address.ts';
import { emailsIn, localNumberIn, phonesIn } from '#domain/privacy/contacts.ts';
import type { FaultCode } from './errors.ts';
import { line } from './wire.ts';

/** An address of the desk itself: that and nothing else. */
export const OwnAddress = (min: 0 | 1): z.ZodString =>
  working(line(254, min), (given) => z.email().safeParse(given).success, 'not_an_email');
/** What a person gives as their address may have a name or a remark around it. */
export const GivenEmail = (max: number): z.ZodString =>
  working(line(max), (given) => emailsIn(given).length > 0, 'not_an_email');
/** With an extension or a remark, or as it is dialled in its own town. */
export const GivenPhone = (max: number): z.ZodString =>
  working(line(max), (given) => phonesIn(given).length > 0 || localNumberIn(given) !== null, 'not_a_phone');
export const Host: z.ZodString = working(
  line(253, 1),
  (given) => hostFault(given) !== 'not_a_host',
  'not_a_host',
);
export const SiteAddress: z.ZodString = working(line(200), isSiteAddress, 'not_a_site');

/** An empty text is not asked whether it works, only whether it may be empty. */
function working(schema: z.ZodString, works: (given: string) => boolean, fault: FaultCode): z.ZodString {
  return schema.check(
    z.refine((given: string) => given.trim() === '' || works(given.trim()), { params: { fault } }),
  );
}
