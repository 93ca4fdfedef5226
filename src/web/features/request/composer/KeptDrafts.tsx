/** Saves drafts whose page or tab is gone, from their copies in this browser, as soon as the server answers. */
import { useEffect } from 'react';
import { saveDraft } from '#contract/requests-write.ts';
import type { DraftKind } from '#contract/wire.ts';
import { call } from '#web/api/call.ts';
import type { KeptTexts } from '#web/lib/kept-texts.ts';
import { keptTextsOf } from '#web/lib/useKeptTexts.ts';
import { useMe } from '#web/lib/useMe.ts';
import { TYPED } from '#web/lib/useRescue.ts';
import { abandoned, copyIn } from './draft-copies.ts';
import { currentIn, isDraftOpen } from './draft-store.ts';
import { isSame } from './draft-text.ts';

const AGAIN_MS = 10_000;
const LOCK = 'otinish-kept-drafts';

export function KeptDrafts() {
  const { id } = useMe();
  useEffect(() => {
    const texts = keptTextsOf(id);
    const run = () => {
      if (!navigator.onLine || texts.names('').length === 0) return;
      // One tab at a time, because two would save the same copy twice.
      void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
        lock ? saveAll(texts) : undefined,
      );
    };
    run();
    const timer = setInterval(run, AGAIN_MS);
    addEventListener('online', run);
    return () => {
      clearInterval(timer);
      removeEventListener('online', run);
    };
  }, [id]);
  return null;
}

async function saveAll(texts: KeptTexts): Promise<void> {
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
