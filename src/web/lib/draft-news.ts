/** Announces to the composer that a draft of this person got another version, in any tab or on any device. */

export type DraftNews = { id: string; kind: 'answer' | 'note'; version: number };

/** Null: the stream was interrupted, so any draft may have changed. */
type Listener = (news: DraftNews | null) => void;

const listeners = new Set<Listener>();

export const draftNews = {
  tell(news: readonly DraftNews[]): void {
    for (const each of news) for (const listener of listeners) listener(each);
  },
  tellMissed(): void {
    for (const listener of listeners) listener(null);
  },
  hear(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
} as const;
