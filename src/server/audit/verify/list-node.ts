/**
 * Checks the signed manifest in the directory of an export: its signature, and whether the files are the ones it lists.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { openNote } from '#domain/audit/note.ts';
import type { VerifierKey } from '#domain/audit/note-key.ts';
import { linesOf } from '../export/lines-node.ts';
import { webVerify } from '../seal/web-verify.ts';

const List = z.object({
  format: z.literal('otinish-export 1'),
  kind: z.string(),
  to: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), count: z.number() })),
});

/** What the manifest says about the given files. */
export type Listed = {
  path: string;
  /** What was changed, as sentences for the console. */
  faults: readonly string[];
  /** `absent`: listed files that were not given; `unknown`: given files that are not listed. */
  absent: readonly string[];
  unknown: readonly string[];
  /** True when the manifest says that the log continues after these files. */
  endsEarly: boolean;
};

/** The manifest's name in the export directory, and the name a browser saves it under. */
const NAMES = ['manifest.note', 'otinish-manifest.note'];
const plainName = (path: string) => basename(path).replace(/^otinish-/, '');

/** Returns null when the first file's directory has no manifest, or one of another export format. */
export async function listBeside(
  files: readonly string[],
  keys: readonly VerifierKey[],
): Promise<Listed | null> {
  const found = await noteIn(dirname(files[0] ?? '.'));
  if (!found) return null;
  const { path, text } = found;
  const nothing = { path, absent: [], unknown: [], endsEarly: false };
  const opened = await openNote(text, keys, webVerify);
  if (!opened.ok) return { ...nothing, faults: [`${path}: it is not signed with the key of this log`] };
  const list = listIn(opened.body);
  if (!list) return { ...nothing, faults: [`${path}: it is signed, and is no list of files`] };
  if (list.kind !== 'jsonl') return null;
  const faults: string[] = [];
  const unknown: string[] = [];
  const met = new Set<string>();
  for (const file of files) {
    const { sha256, events } = await contentOf(file);
    const entry =
      list.files.find((one) => one.sha256 === sha256) ??
      list.files.find(({ name }) => name === plainName(file));
    if (!entry) {
      unknown.push(file);
      continue;
    }
    met.add(entry.name);
    if (entry.sha256 !== sha256) faults.push(`${file}: it is not the file whose SHA-256 was signed`);
    else if (entry.count !== events)
      faults.push(`${file}: it holds ${events} events, and ${entry.count} were signed`);
  }
  const absent = list.files.filter(({ name }) => !met.has(name)).map(({ name }) => name);
  const last = list.files.at(-1)?.name;
  return { path, faults, absent, unknown, endsEarly: list.to !== null || (!!last && !met.has(last)) };
}

async function noteIn(directory: string): Promise<{ path: string; text: string } | null> {
  for (const name of NAMES) {
    const path = join(directory, name);
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text !== null) return { path, text };
  }
  return null;
}

function listIn(body: string): z.infer<typeof List> | null {
  try {
    return List.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

async function contentOf(path: string): Promise<{ sha256: string; events: number }> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) digest.update(piece);
  let events = 0;
  for await (const { text } of linesOf(path)) if (text.startsWith('{"ix":')) events += 1;
  return { sha256: digest.digest('hex'), events };
}
