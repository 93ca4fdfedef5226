import { expect, it } from 'vitest';
import { INCLUSIONS, NODES, ROOTS } from '#tests/vectors/rfc6962.ts';
import { toBase64 } from '../bytes/base64.ts';
import { checkpointText } from './checkpoint.ts';
import { EMPTY_ROOT, type Hash } from './merkle.ts';
import { signNote, type VerifySignature } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';

const { subtle } = globalThis.crypto;
const LOG = 'otinish-log/1';
const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
const KEYS: readonly VerifierKey[] = [{ name: LOG, publicKey }];

const verify: VerifySignature = (_, message, signature) =>
  subtle.verify('Ed25519', pair.publicKey, signature, message);
const signed = (body: string, name = LOG) =>
  signNote(
    body,
    name,
    publicKey,
    async (message) => new Uint8Array(await subtle.sign('Ed25519', pair.privateKey, message)),
  );
const checkpointAt = (size: number, origin = LOG) =>
  checkpointText({
    origin,
    size,
    root: ROOTS[size] ?? EMPTY_ROOT,
    extensions: ['at 2026-11-22T12:03:00.000Z'],
  });
const leafAt = (ix: number): Hash => NODES[0]?.[ix] ?? EMPTY_ROOT;
const proofOf = (ix: number, size: number) =>
  INCLUSIONS.find((known) => known.ix === ix && known.size === size);
const pathOf = (ix: number, size: number) => proofOf(ix, size)?.path ?? [];

const CHECKPOINT = await signed(checkpointAt(8));
const PROOF = formatTlogProof({ ix: 5, path: pathOf(5, 8), checkpoint: CHECKPOINT });
const why = async (text: string, keys = KEYS, leaf = leafAt(5)) => {
  const verdict = await verifyTlogProof(text, leaf, keys, verify);
  return verdict.ok ? 'ok' : verdict.why;
};

it('writes a proof line by line', () => {
  const path = pathOf(5, 8).map(toBase64);
  expect(PROOF).toBe(`c2sp.org/tlog-proof@v1\nindex 5\n${path.join('\n')}\n\n${CHECKPOINT}`);
});

it.each(INCLUSIONS)(
  'writes, reads and accepts the proof of leaf $ix of $size',
  async ({ ix, size, path }) => {
    const extra = Uint8Array.of(1, 2, 3);
    const proof = { ix, path, checkpoint: await signed(checkpointAt(size)), extra };
    const text = formatTlogProof(proof);
    expect(parseTlogProof(text)).toEqual(proof);
    expect(await verifyTlogProof(text, leafAt(ix), KEYS, verify)).toMatchObject({
      ok: true,
      ix,
      checkpoint: { origin: LOG, size, root: ROOTS[size] },
    });
  },
);

it('returns the reason of a refusal', async () => {
  expect(await why(PROOF)).toBe('ok');
  expect(await why(PROOF, KEYS, leafAt(4))).toBe('inclusion');
  expect(await why(PROOF, KEYS, new Uint8Array(3))).toBe('inclusion');
  expect(await why(PROOF.replace('index 5', 'index 4'))).toBe('inclusion');
  expect(await why(PROOF.replace('index 5', 'index 8'))).toBe('index-outside');
  expect(await why(PROOF, [])).toBe('note-unsigned');
  expect(await why(PROOF, [{ name: 'other', publicKey }])).toBe('note-unsigned');
  expect(await why(PROOF.replace('12:03', '12:04'))).toBe('note-signature');
  expect(await why(PROOF.slice(0, -1))).toBe('note-format');
  expect(await why(`${PROOF}${CHECKPOINT.slice(CHECKPOINT.indexOf('—'))}`)).toBe('note-signature-repeated');
  expect(await why(`${PROOF}${'a'.repeat(600_000)}`)).toBe('proof-too-long');
  expect(await why(`${PROOF}${'a'.repeat(300_000)}`)).toBe('note-too-long');
  const with_ = async (body: string) => why(PROOF.replace(CHECKPOINT, await signed(body)));
  expect(await with_('no checkpoint\n')).toBe('checkpoint-format');
  expect(await with_(`${checkpointAt(8)}\nand more\n`)).toBe('checkpoint-format');
  expect(await with_(checkpointAt(8, 'another-log'))).toBe('checkpoint-origin');
  expect(await with_(checkpointAt(5))).toBe('index-outside');
  expect(await with_(checkpointAt(7))).toBe('inclusion');
});

it('refuses a proof with any one character changed', async () => {
  for (let at = 0; at < PROOF.length; at += 1) {
    const other = PROOF[at] === 'A' ? 'B' : 'A';
    expect(await why(`${PROOF.slice(0, at)}${other}${PROOF.slice(at + 1)}`), `at ${at}`).not.toBe('ok');
  }
});

const [FIRST = ''] = pathOf(5, 8).map(toBase64);
it.each([
  ['nothing', ''],
  ['another header', PROOF.replace('@v1', '@v2')],
  ['no index', PROOF.replace('index 5\n', '')],
  ['a leading zero', PROOF.replace('index 5', 'index 05')],
  ['a negative index', PROOF.replace('index 5', 'index -5')],
  ['an index beyond exact numbers', PROOF.replace('index 5', 'index 9007199254740992')],
  ['an element that is no hash', PROOF.replace(FIRST, 'Zm9v')],
  ['an element that is no base64', PROOF.replace(FIRST, FIRST.replace('=', ''))],
  ['a path higher than any tree', PROOF.replace(FIRST, `${FIRST}\n`.repeat(53) + FIRST)],
  ['extra data after the index', PROOF.replace('index 5', 'index 5\nextra AQID')],
  ['extra data twice', PROOF.replace('index', 'extra AQID\nextra AQID\nindex')],
  ['empty extra data', PROOF.replace('index', 'extra \nindex')],
  ['broken extra data', PROOF.replace('index', 'extra AQI\nindex')],
  ['no blank line', PROOF.replaceAll('\n\n', '\n')],
  ['lines of another machine', PROOF.replaceAll('\n', '\r\n')],
])('finds no proof in %s', async (_, text) => {
  expect(parseTlogProof(text)).toBeNull();
  expect(await why(text)).toBe('proof-format');
});

it('omits the line of extra data when there is none', () => {
  const empty = formatTlogProof({
    ix: 5,
    path: pathOf(5, 8),
    checkpoint: CHECKPOINT,
    extra: new Uint8Array(0),
  });
  expect(empty).toBe(PROOF);
  expect(parseTlogProof(empty)?.extra).toBeNull();
});

it('writes no proof that would not parse', () => {
  const proof = { ix: 5, path: pathOf(5, 8), checkpoint: CHECKPOINT };
  for (const wrong of [
    { ix: -1 },
    { ix: 2 ** 53 },
    { path: [new Uint8Array(31)] },
    { checkpoint: 'unsigned\n' },
  ])
    expect(() => formatTlogProof({ ...proof, ...wrong })).toThrow(RangeError);
});
