import { expect, it } from 'vitest';
import { BODY, NOTE, SIGNATURE } from '#tests/vectors/signed-note.ts';
import { toBase64 } from '../bytes/base64.ts';
import { MAX_NOTE_LENGTH, MAX_SIGNATURES, parseNote, SEPARATOR, splitNotes } from './note.ts';

it('splits a note at its last blank line', () => {
  const parsed = parseNote(`first\n\nsecond\n\n\n${SIGNATURE}`);
  expect(parsed.ok && parsed.note.body).toBe('first\n\nsecond\n\n');
});

it.each([
  ['nothing', ''],
  ['no signature', BODY],
  ['a blank line and no signature', `${BODY}\n`],
  ['no blank line', `${BODY}${SIGNATURE}`],
  ['no last newline', NOTE.slice(0, -1)],
  ['a line after the signatures', `${NOTE}more\n`],
  ['a hyphen for the dash', NOTE.replace('—', '-')],
  ['two spaces', NOTE.replace('foo Uw', 'foo  Uw')],
  ['a word after the signature', NOTE.replace('aQM=', 'aQM= more')],
  ['a space in the name', NOTE.replace('example.com/foo', 'example.com foo')],
  ['a wide space in the name', NOTE.replace('com/foo', 'com\u3000foo')],
  ['a plus in the name', NOTE.replace('com/foo', 'com+foo')],
  ['no name', NOTE.replace('example.com/foo ', ' ')],
  ['no padding', NOTE.replace('aQM=', 'aQM')],
  ['a key hash without signature', `${BODY}\n— example.com/foo Uw2QOg==\n`],
  ['carriage returns', NOTE.replaceAll('\n', '\r\n')],
  ['a tab', NOTE.replace(' is ', '\tis ')],
  ['a NUL', NOTE.replace(' is ', '\0is ')],
  ['half a surrogate pair', NOTE.replace(' is ', '\ud83dis ')],
])('finds no note in %s', (_, text) => {
  expect(parseNote(text)).toEqual({ ok: false, why: 'note-format' });
});

it('limits length and number of signatures, and accepts the sixteen that the specification requires', () => {
  expect(parseNote(`${'a'.repeat(MAX_NOTE_LENGTH)}\n\n${SIGNATURE}`)).toEqual({
    ok: false,
    why: 'note-too-long',
  });
  expect(parseNote(`${BODY}\n${SIGNATURE.repeat(MAX_SIGNATURES)}`).ok).toBe(true);
  expect(parseNote(`${BODY}\n${SIGNATURE.repeat(MAX_SIGNATURES + 1)}`)).toEqual({
    ok: false,
    why: 'note-too-many-signatures',
  });
  const longest = `— pq.example ${toBase64(new Uint8Array(5_000))}\n`;
  expect(parseNote(`${BODY}\n${longest.repeat(16)}`).ok).toBe(true);
});

it('splits a file of notes; a truncated one does not parse', () => {
  const file = `${NOTE}${SEPARATOR}${NOTE}${SEPARATOR}`;
  expect(splitNotes('')).toEqual([]);
  expect(splitNotes(file)).toEqual([NOTE, NOTE]);
  for (let cut = 1; cut < NOTE.length; cut += 1) {
    // A writer that finds a truncated note at the end closes it like this before it appends.
    const healed = `${file}${NOTE.slice(0, cut)}\n\n${SEPARATOR}${NOTE}${SEPARATOR}`;
    const whole = (text: string) => splitNotes(text).filter((note) => parseNote(note).ok);
    expect(whole(`${file}${NOTE.slice(0, cut)}`)).toEqual([NOTE, NOTE]);
    expect(whole(healed)).toEqual([NOTE, NOTE, NOTE]);
  }
});
