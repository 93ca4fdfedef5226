/**
 * Finds where a mail server is and whether letters may go there. The name is looked up here and the connection made to
 * the address that was checked, so that a name cannot answer with another address the second time.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { hostFault, isLoopback } from '#domain/network/host.ts';
import type { SmtpSettings } from '#server/deps.ts';

/** Returns the addresses of a name. Passed in by tests. */
export type Lookup = (name: string) => Promise<readonly string[]>;

export const systemNames: Lookup = async (name) =>
  (await systemLookup(name, { all: true, verbatim: true })).map(({ address }) => address);

/** No letter may go to this host; `code` says why. */
class HostRefused extends Error {
  readonly code: 'EHOST' | 'ETLSREQUIRED';
  constructor(code: 'EHOST' | 'ETLSREQUIRED', message: string) {
    super(message);
    this.name = 'HostRefused';
    this.code = code;
  }
}

export type MailPlace = {
  /** To try in order, at least one. */
  addresses: readonly string[];
  /** The name that the certificate must be for, in A-labels as TLS sends it; null where the setting is an IP address. */
  name: string | null;
};

/**
 * Returns where to connect to. @throws HostRefused for an address that only the own network answers, and for a
 * connection without TLS beyond this machine; the error of the look-up when there is no such name
 */
export async function mailPlace(
  { host, security }: Pick<SmtpSettings, 'host' | 'security'>,
  lookup: Lookup,
): Promise<MailPlace> {
  if (hostFault(host) !== null) throw new HostRefused('EHOST', 'this is no host that may be connected to');
  const bare = /^\[.*\]$/.test(host) ? host.slice(1, -1) : host;
  const isAddress = isIP(bare) !== 0;
  const addresses = isAddress ? [bare] : await lookup(bare);
  if (addresses.length === 0) throw new HostRefused('EHOST', 'the name has no address');
  if (addresses.some((address) => hostFault(address) !== null))
    throw new HostRefused('EHOST', 'the name leads to an address that may not be connected to');
  if (security === 'none' && !addresses.every(isLoopback))
    throw new HostRefused('ETLSREQUIRED', 'only this machine may be spoken to without TLS');
  return { addresses, name: isAddress ? null : domainToASCII(bare) || bare };
}
