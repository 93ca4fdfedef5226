import { expect, it } from 'vitest';
import { misspelt, readEnvironment, StartFault } from './environment.ts';

const PROXY = { OTINISH_PUBLIC_URL: 'https://desk.example.kz', OTINISH_TRUSTED_PROXY: '10.0.0.5' };
const TLS = { OTINISH_TLS_CERT: 'c.pem', OTINISH_TLS_KEY: 'k.pem' };

it('needs no variables on a local machine', () => {
  expect(readEnvironment({}, null)).toEqual({
    mode: 'production',
    host: '127.0.0.1',
    port: 8080,
    databaseUrl: null,
    migrateUrl: null,
    dataDir: './data',
    checkpoints: './data-log/checkpoints',
    eventCopy: null,
    keyFile: './keys/otinish.key',
    publicUrl: null,
    sessionRate: 600,
    trustedProxies: [],
    tls: null,
    plainHttp: true,
    origin: 'http://127.0.0.1:8080',
  });
});

it.each([
  ['behind a proxy on this machine', { ...PROXY, OTINISH_TRUSTED_PROXY: '127.0.0.1' }],
  ['behind a proxy elsewhere', { ...PROXY, HOST: '0.0.0.0' }],
  ['with TLS of its own', { ...TLS, HOST: '0.0.0.0', OTINISH_PUBLIC_URL: 'https://desk.example.kz/' }],
])('serves under https %s', (_how, variables) => {
  const { plainHttp, origin } = readEnvironment(variables, null);
  expect([plainHttp, origin]).toEqual([false, 'https://desk.example.kz']);
});

it.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
  'serves plain http on this machine as %s',
  (origin) => expect(readEnvironment({ OTINISH_PUBLIC_URL: origin }, null).origin).toBe(origin),
);

it.each([
  ['plain http on every interface', { HOST: '0.0.0.0' }],
  ['plain http on an address of the network', { HOST: '192.168.1.10' }],
  ['a public name but no proxy to trust', { HOST: '::', OTINISH_PUBLIC_URL: 'https://desk.example.kz' }],
  ['a public address without TLS', { OTINISH_PUBLIC_URL: 'http://desk.example.kz' }],
  ['TLS on every interface and no address to open', { ...TLS, HOST: '0.0.0.0' }],
  ['half a certificate', { OTINISH_TLS_CERT: 'c.pem' }],
  ['a port out of range', { PORT: '80800' }],
  ['an address with a path', { OTINISH_PUBLIC_URL: 'https://desk.example.kz/otinish' }],
  ['an address without a scheme', { OTINISH_PUBLIC_URL: 'desk.example.kz' }],
])('does not start with %s', (_what, variables) => {
  expect(() => readEnvironment(variables, null)).toThrow(StartFault);
});

it('keeps the demo on this machine, on the embedded database, in a directory per day', () => {
  const given = { HOST: '0.0.0.0', DATABASE_URL: 'postgres://db/otinish', ...TLS, ...PROXY };
  expect(readEnvironment(given, { day: '2026-11-22' })).toMatchObject({
    mode: 'demo',
    host: '127.0.0.1',
    databaseUrl: null,
    dataDir: './demo-data/2026-11-22',
    keyFile: './demo-data/keys/2026-11-22.key',
    tls: null,
    publicUrl: null,
    plainHttp: true,
  });
});

it('keeps a demo away from the files of the real desk', () => {
  const real = {
    DATABASE_URL: 'postgres://otinish_app@127.0.0.1/otinish',
    OTINISH_KEY_FILE: '/var/lib/otinish-keys/otinish.key',
    OTINISH_CHECKPOINTS: '/mnt/checkpoints/otinish',
    OTINISH_EVENT_COPY: '/mnt/copy',
  };
  expect(readEnvironment(real, { day: '2026-11-22' })).toMatchObject({
    databaseUrl: null,
    keyFile: './demo-data/keys/2026-11-22.key',
    checkpoints: './demo-data/2026-11-22-log/checkpoints',
    eventCopy: null,
  });
});

it('finds variables of our own that nothing reads, and the name that was meant', () => {
  const given = {
    OTINISH_DATA_DIR: '/x',
    OTINISH_KEYFILE: '/x',
    OTINSH_CHECKPOINTS: '/x',
    OTINISH_COLOUR: 'red',
    PATH: '/bin',
  };
  expect(misspelt(given)).toEqual([
    { name: 'OTINISH_KEYFILE', meant: 'OTINISH_KEY_FILE' },
    { name: 'OTINSH_CHECKPOINTS', meant: 'OTINISH_CHECKPOINTS' },
    { name: 'OTINISH_COLOUR', meant: null },
  ]);
});

it('takes the rate of a session, and refuses one under which the page itself would fail', () => {
  expect(readEnvironment({}, null).sessionRate).toBe(600);
  expect(readEnvironment({ OTINISH_SESSION_RATE: '1200' }, null).sessionRate).toBe(1_200);
  for (const rate of ['59', '0', '-1', '100.5', 'none'])
    expect(() => readEnvironment({ OTINISH_SESSION_RATE: rate }, null)).toThrow(StartFault);
});
