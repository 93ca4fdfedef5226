import { describe, expect, it } from 'vitest';
import { cookieCarrier } from './cookie-carrier.ts';

const ENDS_AT = Temporal.Instant.from('2026-11-10T22:00:00.999Z');
const secured = cookieCarrier({ plainHttp: false });
const plain = cookieCarrier({ plainHttp: true });

describe('the session cookie', () => {
  it.each([
    [
      'behind TLS',
      secured,
      '__Host-sid=to-ken; Path=/; Expires=Tue, 10 Nov 2026 22:00:00 GMT; HttpOnly; Secure; SameSite=Strict',
    ],
    [
      'on loopback',
      plain,
      'sid=to-ken; Path=/; Expires=Tue, 10 Nov 2026 22:00:00 GMT; HttpOnly; SameSite=Strict',
    ],
  ])('has all its flags %s', (_, carrier, cookie) => {
    const headers = new Headers();
    carrier.carry(headers, 'to-ken', ENDS_AT);
    expect(headers.getSetCookie()).toEqual([cookie]);
  });

  it('is dropped under the flags it was set with, or browsers keep it', () => {
    const headers = new Headers();
    secured.drop(headers);
    expect(headers.getSetCookie()).toEqual([
      '__Host-sid=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    ]);
  });

  it.each([
    ['alone', '__Host-sid=a-b_c', 'a-b_c'],
    ['among others', 'theme=dark; __Host-sid=a-b_c; x=1', 'a-b_c'],
    ['under a longer name', '__Host-sid2=a; x__Host-sid=b', null],
    ['without the prefix', 'sid=a', null],
    ['not at all', '', null],
    ['twice', '__Host-sid=a; __Host-sid=b', null],
    ['twice with the same value', '__Host-sid=a;__Host-sid=a', null],
    ['twice, once with a value no server sets', '__Host-sid=a; __Host-sid = "\\"', null],
  ])('is read when it comes %s', (_, cookie, token) => {
    expect(secured.tokenOf(new Request('https://desk.example.kz', { headers: { cookie } }))).toBe(token);
  });
});
