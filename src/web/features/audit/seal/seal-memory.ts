/**
 * Stores the last verified checkpoint and an open alarm in localStorage. A script that can write there can erase this
 * memory, but cannot make a forged log pass: its checkpoint must still be signed with the key of the log.
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
/** The demo in the browser has a new log each day, so an old checkpoint would not match. */
const KEEPS = import.meta.env.MODE !== 'demo';

/** Unreadable or outdated content counts as nothing remembered. */
export function readMemory(): Memory {
  return KEEPS ? memoryOf(stored()) : NOTHING;
}

export function writeMemory(memory: Memory): void {
  if (!KEEPS) return;
  try {
    localStorage.setItem(NAME, textOf(memory));
  } catch {
    // Storage is full or switched off: the state is kept until the page is closed.
  }
}

/** JSON text for localStorage; `memoryOf` is the inverse. */
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
      // Alarms stored by earlier versions lack this field.
      event: z.string().nullable().default(null),
      proof: z.string().nullable(),
      reported: z.boolean().nullable(),
    })
    .nullable(),
});

/**
 * Null unless the key parses and the subtree roots fold to the signed root: else a tree grown from them would be wrong.
 */
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
    return null; // Storage is switched off.
  }
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
