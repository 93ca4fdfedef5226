/** Determines the caller's address: the socket's, or the one that a trusted proxy forwards. */
import { BlockList, isIP } from 'node:net';
import { StartFault } from './environment.ts';

export type Addresses = {
  /** Returns the caller's address from the socket's address and the X-Forwarded-For header. */
  callerOf(socket: string, forwardedFor: string | null): string;
  isProxy(address: string): boolean;
};

/** `trusted`: addresses or networks (10.0.0.0/8). @throws StartFault */
export function addressRules(trusted: readonly string[]): Addresses {
  const list = new BlockList();
  for (const entry of trusted) addTo(list, entry);
  const isProxy = (address: string) => isIP(address) !== 0 && list.check(address, family(address));
  return {
    isProxy,
    callerOf: (socket, forwardedFor) => {
      const peer = plain(socket);
      if (!isProxy(peer)) return peer;
      // Searched from the right, because a client can send any addresses to the left of those our proxies append.
      const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
      const caller = hops.findLast((hop) => !isProxy(hop));
      return caller !== undefined && isIP(caller) !== 0 ? caller : peer;
    },
  };
}

function addTo(list: BlockList, entry: string): void {
  const [address = '', bits] = entry === 'loopback' ? ['127.0.0.0', '8'] : entry.split('/');
  if (isIP(address) === 0)
    throw new StartFault(
      `OTINISH_TRUSTED_PROXY: ${entry} is not an address.`,
      'Give addresses or networks, for example 127.0.0.1,10.0.0.0/8.',
    );
  if (bits === undefined) list.addAddress(address, family(address));
  else list.addSubnet(address, Number(bits), family(address));
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Strips the port and the prefix of `[::1]:443` and `::ffff:10.0.0.1`, a dual-stack socket's name for an IPv4 peer. */
function plain(address: string): string {
  const bare = address.replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return bare.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
