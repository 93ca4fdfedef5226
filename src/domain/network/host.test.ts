import { describe, expect, it } from 'vitest';
import { hostFault, isLoopback } from './host.ts';

describe('a host', () => {
  it.each([
    'mail.example.kz',
    'mail',
    'localhost',
    'пошта.қаз',
    'xn--80a.kz',
    '10.0.0.25',
    '192.168.1.5',
    '203.0.113.7',
    '127.0.0.1',
    '::1',
    '[::1]',
    '2001:db8::25',
    'fd00::5',
    'mail.example.kz.',
    'smtp-1.example.kz',
  ])('%s may be connected to', (host) => expect(hostFault(host)).toBeNull());

  it.each([
    '',
    'нет такого',
    'нет',
    'http://mail.example.kz',
    'smtp://mail.example.kz',
    'mail.example.kz:25',
    'user@mail.example.kz',
    'mail/..',
    '-mail.example.kz',
    'mail..example.kz',
    'mail_1.example.kz',
    'file:///etc/passwd',
    '1:2:3',
    `${'a'.repeat(64)}.kz`,
    'a'.repeat(300),
    '::1%eth0',
    'mail.example.kz\r\nX: y',
  ])('%j is not one', (host) => expect(hostFault(host)).toBe('not_a_host'));

  it.each([
    '169.254.169.254',
    '169.254.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'fe80::1',
    'FE80::a00:27ff:fe4e:66a1',
    'ff02::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '[::ffff:169.254.169.254]',
    '::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '127.1',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '127.0.0.01',
    '256.0.0.1',
    '1.2.3',
    'mail.0x7f',
  ])('%s is refused', (host) => expect(hostFault(host)).toBe('forbidden_host'));

  it('is this machine only in the spellings of the loopback', () => {
    for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', 'LOCALHOST.', '::1', '[::1]'])
      expect(isLoopback(host)).toBe(true);
    for (const host of ['mail.example.kz', 'localhost.example.kz', '10.0.0.1', '::ffff:127.0.0.1', '127.1'])
      expect(isLoopback(host)).toBe(false);
  });
});
