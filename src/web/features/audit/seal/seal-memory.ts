/**
 * What this browser keeps of the log between visits, and an alarm nobody has dealt with yet. Whoever may write here may
 * make it forget, not make it believe: a forged log still needs the key.
 */
import { z } from 'zod';
import { checkpointOfBody } from '#domain/audit/checkpoint.ts';
import { type Hash, isHash } from '#domain/audit/merkle.ts';
import { parseNote } from '#domain/audit/note.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { foldRun } from '#domain/audit/proof.ts';
import { fromBase64, toBase64 } from '#domain/bytes/base64.ts';
import type { Alarm } from './alarm.ts';
import { MISMATCHES, type Remembered } from './verify-leaves.ts';

export type Memory = { remembered: Remembered | null; alarm: Alarm | null };

export const NAME = 'otinish-log';
/** The log of the demonstration in the page begins anew with every page. */
const KEEPS = import.meta.env.MODE !== 'demo';

/** What cannot be read counts as nothing remembered. */
export function readMemory(): Memory {
  return KEEPS ? memoryOf(stored()) : NOTHING;
}

export function writeMemory(memory: Memory): void {
  if (!KEEPS) return;
  try {
    localStorage.setItem(NAME, textOf(memory));
  } catch {
    // then it holds until the page is closed
  }
}

/** For a store of text; the reverse of `memoryOf`. */
export function textOf({ remembered, alarm }: Memory): string {
  return JSON.stringify({
    remembered: remembered && {
      key: remembered.key,
      note: remembered.note,
      frontier: remembered.frontier.map(toBase64),
      marks: remembered.marks.map(({ size, root }) => [size, toBase64(root)]),
    },
    alarm,
  });
}

export function memoryOf(text: string | null): Memory {
  const stored = Stored.safeParse(jsonIn(text));
  if (!stored.success) return NOTHING;
  const { remembered, alarm } = stored.data;
  return { remembered: remembered && wholeOf(remembered), alarm };
}

const NOTHING: Memory = { remembered: null, alarm: null };

const HashText = z.string().transform((text, context): Hash => {
  const bytes = fromBase64(text);
  if (isHash(bytes)) return bytes;
  context.addIssue({ code: 'custom', message: 'not a hash' });
  return z.NEVER;
});
const Size = z.int().min(0);
const Evidence = z.object({ key: z.string().nullable(), note: z.string().nullable() });

const Stored = z.object({
  remembered: z
    .object({
      key: z.string(),
      note: z.string(),
      frontier: z.array(HashText),
      marks: z.array(z.tuple([Size, HashText]).transform(([size, root]) => ({ size, root }))),
    })
    .nullable(),
  alarm: z
    .object({
      what: z.enum(MISMATCHES),
      size: Size,
      place: z.object({ from: Size, to: Size }).nullable(),
      found: z.string(),
      remembered: Evidence,
      claimed: Evidence,
      // Browsers keep alarms of earlier versions too.
      event: z.string().nullable().default(null),
      proof: z.string().nullable(),
      reported: z.boolean().nullable(),
    })
    .nullable(),
});

/** Null unless the key is one, and the subtrees fold to the root that was signed. */
function wholeOf(remembered: Remembered): Remembered | null {
  const note = parseNote(remembered.note);
  const checkpoint = note.ok ? checkpointOfBody(note.note.body) : null;
  if (!checkpoint || !parseVerifierKey(remembered.key)) return null;
  const root = foldRun(remembered.frontier);
  return toBase64(root) === toBase64(checkpoint.root) ? remembered : null;
}

function stored(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null; // storage may be switched off
  }
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
