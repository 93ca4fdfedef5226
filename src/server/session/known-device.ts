/**
 * Devices on which a person has signed in before. A known device has its own counter of wrong passwords, so that
 * strangers who guess at the account, or share its network, cannot lock the person out of it. The cookie says nothing of
 * the person: only with the vault's key can it be tested whether an address has signed in here.
 */
import type { SignInAddress } from '#domain/access/sign-in-address.ts';
import { fromBase64Url, toBase64Url } from '#domain/bytes/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

const DAYS_KNOWN = 180;
/** Colleagues who share a browser; the one who was here longest ago is forgotten first. */
const MOST_PEOPLE = 4;
const NONCE_BYTES = 12;

type Mac = Pick<Vault, 'mac' | 'equal'>;
type Mark = { nonce: string; day: number; mac: string };

/** The nonce that identifies the device for this person; null when the person is new on it. */
export function knownDevice(
  vault: Mac,
  cookie: string | null,
  address: SignInAddress,
  now: Temporal.Instant,
): string | null {
  const today = dayOf(now);
  const mark = marksIn(cookie).find((each) => isFresh(each, today) && isOf(vault, each, address));
  return mark?.nonce ?? null;
}

/** The cookie after this person has signed in: their mark is made anew, those of others stay. */
export function markDevice(
  vault: Mac & Pick<Vault, 'randomToken'>,
  cookie: string | null,
  address: SignInAddress,
  now: Temporal.Instant,
): { cookie: string; endsAt: Temporal.Instant } {
  const today = dayOf(now);
  const others = marksIn(cookie).filter((each) => isFresh(each, today) && !isOf(vault, each, address));
  // The device keeps its nonce, else each sign-in would begin a counter of its own.
  const nonce = knownDevice(vault, cookie, address, now) ?? vault.randomToken(NONCE_BYTES);
  const mine: Mark = { nonce, day: today, mac: toBase64Url(macOf(vault, address, nonce, today)) };
  const marks = [mine, ...others].slice(0, MOST_PEOPLE);
  return {
    cookie: marks.map(({ nonce: n, day, mac }) => `${n}.${day}.${mac}`).join('~'),
    endsAt: now.add({ hours: DAYS_KNOWN * 24 }),
  };
}

function marksIn(cookie: string | null): readonly Mark[] {
  return (cookie ?? '').split('~', MOST_PEOPLE).flatMap((text) => {
    const [, nonce = '', day = '', mac = ''] = /^([\w-]{16})\.(\d{1,6})\.([\w-]{43})$/.exec(text) ?? [];
    return mac === '' ? [] : [{ nonce, day: Number(day), mac }];
  });
}

/** A day ahead is no fault of the device: a clock that was set back must not make it a stranger. */
function isFresh({ day }: Mark, today: number): boolean {
  return today - day < DAYS_KNOWN;
}

function isOf(vault: Mac, { nonce, day, mac }: Mark, address: SignInAddress): boolean {
  const said = fromBase64Url(mac);
  return said !== null && vault.equal(said, macOf(vault, address, nonce, day));
}

function macOf(vault: Pick<Vault, 'mac'>, address: SignInAddress, nonce: string, day: number): Uint8Array {
  return vault.mac('device', new TextEncoder().encode(JSON.stringify([address, nonce, day])));
}

const DAY_MS = 86_400_000;
const dayOf = (now: Temporal.Instant) => Math.floor(now.epochMilliseconds / DAY_MS);
