/** Searches raw bytes, in one pass, for values in every encoding in which a database or a dump could hold them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Hunt = {
  /** The names of the values found, each with its encoding and place; empty when there are none. */
  in(bytes: Uint8Array, place: string): readonly string[];
  inDirectory(dir: string): readonly string[];
};

/** @throws for a value shorter than six bytes, because it would be found by chance */
export function huntFor(values: Readonly<Record<string, string | Uint8Array>>): Hunt {
  const needles = Object.entries(values).flatMap(([name, value]) =>
    formsOf(typeof value === 'string' ? Buffer.from(value) : Buffer.from(value)).map(([form, bytes]) => ({
      label: `${name} (${form})`,
      bytes,
    })),
  );
  const short = needles.find(({ bytes }) => bytes.length < 6);
  if (short) throw new Error(`${short.label} is too short to be hunted`);
  // Two levels, because the first two bytes rule out nearly every position, and four nearly all of the rest.
  const begins = new Uint8Array(65_536);
  const byStart = Map.groupBy(needles, ({ bytes }) => bytes.readUInt32BE(0));
  for (const { bytes } of needles) begins[bytes.readUInt16BE(0)] = 1;

  const search: Hunt['in'] = (bytes, place) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set<string>();
    for (let at = 0; at + 4 <= buffer.length; at += 1) {
      if (begins[((buffer[at] ?? 0) << 8) | (buffer[at + 1] ?? 0)] !== 1) continue;
      for (const { label, bytes: needle } of byStart.get(buffer.readUInt32BE(at)) ?? [])
        if (buffer.subarray(at, at + needle.length).equals(needle)) found.add(`${label} in ${place}`);
    }
    return [...found];
  };

  return {
    in: search,
    inDirectory: (dir) =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .flatMap(({ parentPath, name }) => search(readFileSync(join(parentPath, name)), name)),
  };
}

/** The value as it is, as UTF-16, in both cases, and in the text encodings of bytes. */
function formsOf(value: Buffer): readonly (readonly [string, Buffer])[] {
  const text = value.toString('utf8');
  const isText = Buffer.from(text).equals(value);
  const hex = value.toString('hex');
  // PostgreSQL's escape format of bytea: printable bytes are unchanged.
  const octal = [...value]
    .map((byte) =>
      byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`,
    )
    .join('');
  return [
    ['as it is', value],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ['octal', Buffer.from(octal)],
    ...base64Forms(value).map((form) => ['base64', form] as const),
    ...(isText
      ? ([
          ['UTF-16', Buffer.from(text, 'utf16le')],
          ['lower case', Buffer.from(text.toLowerCase())],
          ['upper case', Buffer.from(text.toUpperCase())],
          ['percent', Buffer.from(encodeURIComponent(text))],
          ['JSON', Buffer.from(escaped(text))],
        ] as const)
      : []),
  ];
}

/** The part of its base64 that does not depend on the neighbouring bytes, for each of the three alignments. */
function base64Forms(value: Buffer): readonly Buffer[] {
  const forms = [0, 1, 2].map((offset) => {
    const coded = Buffer.concat([Buffer.alloc(offset), value]).toString('base64');
    return coded.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + value.length) * 4) / 3) - 1);
  });
  const web = forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...forms, ...web])].filter((form) => form.length >= 6).map((form) => Buffer.from(form));
}

function escaped(text: string): string {
  return [...text]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 128 ? letter : `\\u${code.toString(16).padStart(4, '0')}`;
    })
    .join('');
}
