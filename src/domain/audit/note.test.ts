import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BODY, known, linesOf, NOTE, newKey, SIGNATURE, verify } from '#tests/vectors/signed-note.ts';
import { toBase64 } from '../bytes/base64.ts';
import { formatNote, openNote, signNote } from './note.ts';
import { keyHash } from './note-key.ts';

const SEEDED = { seed: 20261122, numRuns: 60 };

it('opens the published example with the published key', async () => {
  expect(await openNote(NOTE, [known()], verify)).toEqual({
    ok: true,
    body: BODY,
    verified: ['example.com/foo'],
  });
});

it('opens what it signs, for any text', async () => {
  const key = await newKey('log.example/1');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 6 }),
      async (lines) => {
        const body = `${lines.join('\n')}\n`;
        // A note may not contain control characters below U+0020.
        fc.pre([...body].every((character) => character >= ' ' || character === '\n'));
        const note = await key.signNote(body);
        expect(await openNote(note, [key], verify)).toEqual({ ok: true, body, verified: [key.name] });
      },
    ),
    SEEDED,
  );
});

it('refuses a note with any one character changed', async () => {
  for (let at = 0; at < NOTE.length; at += 1) {
    const other = NOTE[at] === 'A' ? 'B' : 'A';
    const opened = await openNote(`${NOTE.slice(0, at)}${other}${NOTE.slice(at + 1)}`, [known()], verify);
    expect(opened.ok, `at ${at}`).toBe(false);
  }
});

it('ignores signatures of unknown keys', async () => {
  const stranger = await newKey('witness.example');
  const namesake = await newKey('example.com/foo');
  const odd = `— witness.example/long ${toBase64(new Uint8Array(5_004))}\n`;
  const others = `${linesOf(await stranger.signNote(BODY))}${linesOf(await namesake.signNote(BODY))}${odd}`;
  expect(await openNote(`${BODY}\n${others}${SIGNATURE}`, [known()], verify)).toMatchObject({
    ok: true,
    verified: ['example.com/foo'],
  });
  expect(await openNote(`${BODY}\n${others}`, [known()], verify)).toEqual({
    ok: false,
    why: 'note-unsigned',
  });
});

it('names every known key that signed', async () => {
  const witness = await newKey('witness.example');
  const note = `${NOTE}${linesOf(await witness.signNote(BODY))}`;
  expect(await openNote(note, [witness, known()], verify)).toMatchObject({
    verified: ['example.com/foo', 'witness.example'],
  });
});

it('refuses the whole note for one wrong signature of a known key', async () => {
  const witness = await newKey('witness.example');
  const elsewhere = linesOf(await witness.signNote('Another text.\n'));
  const short = formatNote({
    body: BODY,
    signatures: [
      {
        name: witness.name,
        keyHash: keyHash(witness.name, witness.publicKey),
        signature: new Uint8Array(63),
      },
    ],
  });
  for (const lines of [elsewhere, linesOf(short)])
    expect(await openNote(`${NOTE}${lines}`, [witness, known()], verify)).toEqual({
      ok: false,
      why: 'note-signature',
    });
});

it('refuses a known key that signs twice', async () => {
  expect(await openNote(`${NOTE}${SIGNATURE}`, [known()], verify)).toEqual({
    ok: false,
    why: 'note-signature-repeated',
  });
});

it('signs no text that would parse as another', async () => {
  const key = await newKey('log.example/1');
  for (const body of ['', 'no newline', 'a\tb\n', 'a\ud83d\n', `a\n\n${SIGNATURE.slice(0, -1)}`])
    await expect(key.signNote(body), JSON.stringify(body)).rejects.toThrow(RangeError);
  const nameless = await newKey('two words');
  await expect(nameless.signNote(BODY)).rejects.toThrow(RangeError);
  await expect(signNote(BODY, 'short', key.publicKey, async () => new Uint8Array(63))).rejects.toThrow(
    RangeError,
  );
});
