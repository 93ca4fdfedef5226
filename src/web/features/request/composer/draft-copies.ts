/**
 * The copies of unsaved drafts in this browser, one per draft and tab: two tabs on one draft must not overwrite each
 * other's copy, and a tab restores those that no open tab owns.
 */
import type { DraftKind } from '#contract/wire.ts';
import type { KeptTexts } from '#web/lib/kept-texts.ts';
import type { DraftCopy, DraftPorts } from './draft-saver.ts';
import { isSame } from './draft-text.ts';

const TAB = crypto.randomUUID();
const LOCK = 'otinish-tab-';
// The browser releases the lock when the tab closes or crashes, which is how another tab knows.
void navigator.locks?.request(LOCK + TAB, () => new Promise<never>(() => undefined));

export function draftCopy(texts: KeptTexts, requestId: string, kind: DraftKind): DraftPorts['copy'] {
  const place = `${requestId}/${kind}/`;
  const own = place + TAB;
  return {
    isThere: () => texts.names(place).length > 0,
    async read() {
      const names = await abandoned(texts.names(place));
      const copies: DraftCopy[] = [];
      for (const name of names) {
        const copy = copyIn(await texts.read(name));
        if (copy && !copies.some((each) => isSame(each, copy))) copies.push(copy);
      }
      const copy = joined(copies);
      if (copy && (await texts.write(own, JSON.stringify(copy))))
        for (const name of names) if (name !== own) texts.drop(name);
      return copy;
    },
    write: (copy) => void texts.write(own, JSON.stringify(copy)),
    drop: () => texts.drop(own),
  };
}

/** Of the names, those of this tab and of tabs that are closed. */
export async function abandoned(names: readonly string[]): Promise<readonly string[]> {
  const locks = await navigator.locks.query();
  const open = new Set(locks.held?.map(({ name }) => name));
  return names.filter((name) => {
    const tab = name.slice(name.lastIndexOf('/') + 1);
    return tab === TAB || !open.has(LOCK + tab);
  });
}

/** Several tabs closed with different texts: nothing of them is dropped, and the stored draft is shown beside. */
function joined(copies: readonly DraftCopy[]): DraftCopy | null {
  const [first, ...others] = copies;
  if (!first || others.length === 0) return first ?? null;
  return {
    text: copies.map(({ text }) => text).join('\n\n'),
    subjectLine: copies.map(({ subjectLine }) => subjectLine).find((line) => line.trim() !== '') ?? '',
    version: Math.min(...copies.map(({ version }) => version)),
    tried: null,
  };
}

export function copyIn(json: string | null): DraftCopy | null {
  // Decrypted with this person's key, so it was written by `write` above.
  return json === null ? null : (JSON.parse(json) as DraftCopy);
}
