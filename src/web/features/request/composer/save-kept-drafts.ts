/** Saves the drafts that only the copies in this browser have; loaded when there is one. */
import { saveDraft } from '#contract/requests-write.ts';
import type { DraftKind } from '#contract/wire.ts';
import { call } from '#web/api/call.ts';
import type { KeptTexts } from '#web/lib/kept-texts.ts';
import { TYPED } from '#web/lib/useRescue.ts';
import { abandoned, copyIn } from './draft-copies.ts';
import { currentIn, isDraftOpen } from './draft-store.ts';
import { isSame } from './draft-text.ts';

export async function saveKeptDrafts(texts: KeptTexts): Promise<void> {
  const drafts = texts.names('').filter((name) => !name.startsWith(TYPED));
  for (const name of await abandoned(drafts)) {
    const [id = '', kind = ''] = name.split('/');
    // A draft that is open here restores and saves its copies itself.
    if (isDraftOpen(id, kind)) continue;
    try {
      if (await saveOne(texts, name, { id, kind: kind as DraftKind })) texts.drop(name);
    } catch {
      // Not saved: it is tried again, or shown when the request is opened.
    }
  }
}

/** False where the person has to choose between two texts, which only the page of the request can ask. */
async function saveOne(
  texts: KeptTexts,
  name: string,
  params: { id: string; kind: DraftKind },
): Promise<boolean> {
  const copy = copyIn(await texts.read(name));
  if (!copy) return false;
  const { text, subjectLine, tried } = copy;
  const save = (version: number) => call(saveDraft, { params, version, body: { text, subjectLine } });
  try {
    await save(copy.version);
    return true;
  } catch (fault) {
    const current = currentIn(fault);
    if (!current) throw fault;
    if (isSame(current, copy)) return true;
    if (!tried || !isSame(current, tried)) return false;
    await save(current.version);
    return true;
  }
}
