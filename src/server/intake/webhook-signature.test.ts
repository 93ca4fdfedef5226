import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newKeyRing } from '#server/vault/key-ring.ts';
import { nobleVault } from '#server/vault/vault-noble.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import {
  newWebhookSecret,
  signWebhook,
  type Verification,
  verifyWebhook,
  WEBHOOK_HEADERS,
  type WebhookSecret,
  webhookKey,
} from './webhook-signature.ts';

const ring = newKeyRing((length) => crypto.getRandomValues(new Uint8Array(length)));
const vault = nodeVault(ring);
const now = Temporal.Instant.from('2026-03-10T09:00:00Z');
const text = '{"type":"access","message":"Менің деректерімді көрсетіңіз"}';
const body = new TextEncoder().encode(text);
const keyOf = (secret: string) => webhookKey(secret) ?? new Uint8Array();
const secretText = {
  current: newWebhookSecret(vault),
  next: newWebhookSecret(vault),
  foreign: newWebhookSecret(vault),
};
const current: WebhookSecret = { id: 'current', key: keyOf(secretText.current) };
const next: WebhookSecret = { id: 'next', key: keyOf(secretText.next) };
const foreign: WebhookSecret = { id: 'foreign', key: keyOf(secretText.foreign) };

type Change = {
  secrets?: readonly WebhookSecret[];
  body?: Uint8Array;
  signedWith?: WebhookSecret;
  sentAt?: Temporal.Instant;
  headers?: Record<string, string | undefined>;
};

function deliver(change: Change = {}): Verification {
  const key = (change.signedWith ?? current).key;
  const signed = signWebhook(vault, { id: 'form-000123', sentAt: change.sentAt ?? now, body, key });
  const headers = new Headers();
  for (const [name, value] of Object.entries({ ...signed, ...change.headers }))
    if (value) headers.set(name, value);
  return verifyWebhook(vault, {
    headers,
    body: change.body ?? body,
    secrets: change.secrets ?? [current],
    now,
  });
}

const signatureBy = (secret: WebhookSecret) =>
  signWebhook(vault, { id: 'form-000123', sentAt: now, body, key: secret.key })['webhook-signature'];

describe('a signed delivery', () => {
  it('is accepted, with the secret that signed it', () => {
    expect(deliver()).toEqual({ ok: true, secretId: 'current', webhookId: 'form-000123', sentAt: now });
  });

  it('is accepted again when repeated, because the intake recognises repeated ids', () => {
    expect([deliver(), deliver()].map((result) => result.ok && result.webhookId)).toEqual([
      'form-000123',
      'form-000123',
    ]);
  });

  it.each([current, next])(
    'is accepted under either secret while one replaces the other: $id',
    (signedWith) => {
      expect(deliver({ signedWith, secrets: [current, next] })).toMatchObject({
        ok: true,
        secretId: signedWith.id,
      });
    },
  );

  it('is accepted when one of several signatures is ours', () => {
    const several = `v1a,${'A'.repeat(86)}== ${signatureBy(foreign)} ${signatureBy(current)}`;
    expect(deliver({ headers: { 'webhook-signature': several } }).ok).toBe(true);
  });

  it.each([-300, -299, 0, 299, 300])('is accepted %i seconds off', (seconds) => {
    expect(deliver({ sentAt: now.add({ seconds }) }).ok).toBe(true);
  });
});

describe('a delivery is refused', () => {
  it.each([-360, -301, 301, 360])(
    'when correctly signed but %i seconds off, and says by how much',
    (seconds) => {
      const result = deliver({ sentAt: now.add({ seconds }) });
      expect(result).toEqual({ ok: false, why: 'bad_timestamp', aheadSeconds: seconds });
    },
  );

  it.each<readonly [string, Change]>([
    ['signed with a foreign secret', { signedWith: foreign }],
    ['signed with a secret no longer active', { signedWith: current, secrets: [next] }],
    ['signed while no secret is active', { secrets: [] }],
    [
      'signed with the empty key while no secret is active',
      { signedWith: { id: '', key: new Uint8Array(32) }, secrets: [] },
    ],
    ['whose body changed by one byte', { body: body.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) }],
    ['whose body grew by one byte', { body: Uint8Array.of(...body, 10) }],
    ['under another id', { headers: { 'webhook-id': 'form-000124' } }],
    [
      'under another time within the tolerance',
      { headers: { 'webhook-timestamp': String(now.epochMilliseconds / 1000 + 1) } },
    ],
    [
      'whose time is spelt otherwise',
      { headers: { 'webhook-timestamp': `0${now.epochMilliseconds / 1000}` } },
    ],
    ['stale and signed by a stranger', { signedWith: foreign, sentAt: now.add({ hours: 1 }) }],
    ['whose time is no number', { headers: { 'webhook-timestamp': 'soon' } }],
    ['with a signature cut short', { headers: { 'webhook-signature': signatureBy(current).slice(0, -4) } }],
    ['with an empty signature', { headers: { 'webhook-signature': 'v1,' } }],
    ['with a signature without version', { headers: { 'webhook-signature': signatureBy(current).slice(3) } }],
    [
      'with another version of signature',
      { headers: { 'webhook-signature': `v2,${signatureBy(current).slice(3)}` } },
    ],
    [
      'with our signature after sixteen others',
      { headers: { 'webhook-signature': `${'v1,x '.repeat(16)}${signatureBy(current)}` } },
    ],
  ])('%s', (_, change) => {
    expect(deliver(change)).toEqual({ ok: false, why: 'bad_signature' });
  });

  it.each(WEBHOOK_HEADERS)('without %s', (header) => {
    expect(deliver({ headers: { [header]: undefined } })).toEqual({
      ok: false,
      why: 'missing_header',
      header,
    });
  });
});

it('computes as many MACs for an unknown sender as for the right one', () => {
  let macs = 0;
  const counting = {
    equal: vault.equal,
    hmacWithKey(key: Uint8Array, bytes: Uint8Array) {
      macs += 1;
      return vault.hmacWithKey(key, bytes);
    },
  };
  const countFor = (signedWith: WebhookSecret, sentAt = now) => {
    macs = 0;
    const headers = new Headers(signWebhook(vault, { id: 'x', sentAt, body, key: signedWith.key }));
    verifyWebhook(counting, { headers, body, secrets: [current, next], now });
    return macs;
  };
  expect([
    countFor(current),
    countFor(next),
    countFor(foreign),
    countFor(foreign, now.add({ hours: 9 })),
  ]).toEqual([2, 2, 2, 2]);
});

describe('together with the standardwebhooks package', () => {
  const present = Temporal.Now.instant(); // the package reads the clock itself

  it.each([vault, nobleVault(ring)])('verifies what it signs', (verifier) => {
    const signature = new Webhook(secretText.current).sign(
      'msg_1',
      new Date(present.epochMilliseconds),
      text,
    );
    const headers = new Headers({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(present.epochMilliseconds / 1000)),
      'webhook-signature': signature,
    });
    expect(verifyWebhook(verifier, { headers, body, secrets: [current], now: present }).ok).toBe(true);
  });

  it('signs what it verifies', () => {
    const headers = signWebhook(vault, { id: 'msg_2', sentAt: present, body, key: current.key });
    expect(new Webhook(secretText.current).verify(text, headers)).toEqual(JSON.parse(text));
  });
});

describe('a secret', () => {
  it('contains 32 bytes after its prefix', () => {
    expect(secretText.current).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(webhookKey(secretText.current)).toHaveLength(32);
  });

  it.each([
    '',
    'whsec_',
    'whsec_AAAA',
    `whsec_${'A'.repeat(88)}`,
    'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'whsec_not base64',
  ])('is refused when it is none: %s', (text) => {
    expect(webhookKey(text)).toBeNull();
  });
});
