import { expect, it } from 'vitest';
import { toBase64 } from '../bytes/base64.ts';
import {
  type Checkpoint,
  checkpointOfBody,
  checkpointText,
  checkpointTime,
  parseCheckpoint,
  timeExtension,
} from './checkpoint.ts';
import { EMPTY_ROOT } from './merkle.ts';

const ROOT = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const LOG: Checkpoint = { origin: 'otinish-log/1', size: 184_220, root: EMPTY_ROOT, extensions: [] };
const AT = '2026-11-22T12:03:00.000Z';

/** The example of c2sp.org/tlog-checkpoint. */
const EXAMPLE = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
`;
const SIGNED = `${EXAMPLE}
— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;

it('parses the published example, signed or not, and writes it back', () => {
  const checkpoint = parseCheckpoint(SIGNED);
  expect(checkpoint).toEqual(parseCheckpoint(EXAMPLE));
  expect(checkpoint).toMatchObject({
    origin: 'example.com/behind-the-sofa',
    size: 20_852_163,
    extensions: [],
  });
  expect(toBase64(checkpoint.root)).toBe('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=');
  expect(checkpointText(checkpoint)).toBe(EXAMPLE);
});

it('writes origin, size, root and extensions, a line each', () => {
  const text = checkpointText({ ...LOG, extensions: [timeExtension(AT), 'another'] });
  expect(text).toBe(`otinish-log/1\n184220\n${ROOT}\nat ${AT}\nanother\n`);
  expect(checkpointOfBody(text)).toEqual({ ...LOG, extensions: [`at ${AT}`, 'another'] });
});

it('accepts sizes from 0 to the largest safe integer', () => {
  for (const size of [0, 1, 2 ** 32, Number.MAX_SAFE_INTEGER])
    expect(parseCheckpoint(checkpointText({ ...LOG, size })).size).toBe(size);
});

it.each([
  ['nothing', ''],
  ['two lines', 'log\n1\n'],
  ['no last newline', `log\n1\n${ROOT}`],
  ['no origin', `\n1\n${ROOT}\n`],
  ['a leading zero', `log\n01\n${ROOT}\n`],
  ['a sign', `log\n+1\n${ROOT}\n`],
  ['a negative size', `log\n-1\n${ROOT}\n`],
  ['hexadecimal', `log\n0x1\n${ROOT}\n`],
  ['an exponent', `log\n1e3\n${ROOT}\n`],
  ['a size beyond exact numbers', `log\n9007199254740992\n${ROOT}\n`],
  ['a root of 31 bytes', `log\n1\n${toBase64(new Uint8Array(31))}\n`],
  ['a root with a second spelling', `log\n1\n${ROOT.replace('FU=', 'FV=')}\n`],
  ['an empty extension', `log\n1\n${ROOT}\n\n`],
  ['an empty line among extensions', `log\n1\n${ROOT}\na\n\nb\n`],
  ['lines of another machine', `log\r\n1\r\n${ROOT}\r\n`],
])('finds no checkpoint in %s', (_, text) => {
  expect(checkpointOfBody(text)).toBeNull();
  expect(() => parseCheckpoint(text)).toThrow(RangeError);
});

it('finds no checkpoint in a note with more text after a blank line', () => {
  const more = SIGNED.replace('\n\n', '\n\nand more\n\n');
  expect(() => parseCheckpoint(more)).toThrow(RangeError);
});

it('writes no text that would parse as another checkpoint', () => {
  for (const wrong of [
    { origin: '' },
    { origin: 'a\nb' },
    { origin: `a\n1\n${ROOT}` },
    { size: -1 },
    { size: 1.5 },
    { size: 2 ** 53 },
    { size: Number.NaN },
    { root: new Uint8Array(31) },
    { extensions: [''] },
    { extensions: ['a\nb'] },
  ])
    expect(() => checkpointText({ ...LOG, ...wrong }), JSON.stringify(wrong)).toThrow(RangeError);
});

it('reads the time of the tree size, null when it is absent or ambiguous', () => {
  const told = (...extensions: string[]) => checkpointTime({ ...LOG, extensions });
  expect(told('other', `at ${AT}`)).toBe(AT);
  expect(told()).toBeNull();
  expect(told(`at ${AT}`, `at ${AT}`)).toBeNull();
  for (const at of ['2026-11-22', '2026-13-22T12:03:00.000Z', '2026-11-22T12:03:60.000Z', `${AT} `, ''])
    expect(told(`at ${at}`), at).toBeNull();
  expect(() => timeExtension('2026-11-22T12:03:00Z')).toThrow(RangeError);
});
