import { expect, it } from 'vitest';
import { addressRules } from './addresses-node.ts';
import { StartFault } from './environment.ts';

const rules = addressRules(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

it.each([
  ['a stranger’s own claim', '198.51.100.4', '203.0.113.9', '198.51.100.4'],
  ['one proxy', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['a chain of ours', '127.0.0.1', '203.0.113.9, 10.2.0.7', '203.0.113.9'],
  ['a forged beginning of the chain', '127.0.0.1', '8.8.8.8, 203.0.113.9', '203.0.113.9'],
  ['a proxy that says nothing', '127.0.0.1', null, '127.0.0.1'],
  ['a proxy that says nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
  ['a dual-stack socket', '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['addresses with ports', '127.0.0.1', '[2001:db8::7]:4711', '2001:db8::7'],
  ['a proxy by IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
])('finds the caller behind %s', (_what, socket, header, caller) => {
  expect(rules.callerOf(socket, header)).toBe(caller);
});

it('trusts no proxy by default', () => {
  expect(addressRules([]).callerOf('127.0.0.1', '203.0.113.9')).toBe('127.0.0.1');
});

it('refuses an entry that is not an address', () => {
  expect(() => addressRules(['proxy.internal'])).toThrow(StartFault);
});
