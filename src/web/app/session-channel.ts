/** What the tabs of one browser tell each other about their common session. */
import { paths } from './paths.ts';

type Word = 'signed-out' | 'signed-in' | 'extended';

const NAME = 'otinish-session';

export const sessionChannel = {
  tell(word: Word): void {
    const channel = new BroadcastChannel(NAME);
    channel.postMessage(word);
    channel.close();
  },
  /** Hears the other tabs, never this one. Returns the end of listening. */
  hear(listener: (word: Word) => void): () => void {
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }: MessageEvent<Word>) => listener(data);
    return () => channel.close();
  },
} as const;

/** To the sign-in page by loading it: nothing that was on the screen stays in memory. */
export function leave(): void {
  // The question was asked already, or there is nobody left to ask it.
  addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), {
    capture: true,
    once: true,
  });
  location.replace(paths.signIn());
}
