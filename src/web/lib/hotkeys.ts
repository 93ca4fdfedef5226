/** Keys by their place on the keyboard (`event.code`): on Cyrillic layouts `event.key` is another letter. */
import type { MessageId } from '#i18n/catalogue.ts';

export type KeyGroup = 'anywhere' | 'list' | 'item' | 'composer';

export type Hotkey = {
  /** `KeyJ`, `Slash`, `Shift+Slash`, `Ctrl+Enter` (⌘ on a Mac), or a sequence `KeyG KeyI`. */
  keys: string;
  label: MessageId;
  group: KeyGroup;
  run: (event: KeyboardEvent) => void;
  /** Works while a text field has the focus: only for combinations with Ctrl and for Escape. */
  inFields?: boolean;
};

/** How long the first key of a sequence waits for the second, ms. */
const SEQUENCE_MS = 1500;

export type Registry = {
  /** Adds keys; the newest owner of a key wins. Returns the removal. */
  add: (hotkeys: readonly Hotkey[]) => () => void;
  /** What is active now, for the help page: one row for each key. */
  active: () => readonly Hotkey[];
  /** Handles a keydown; true when a key of ours took it. */
  handle: (event: KeyboardEvent) => boolean;
  subscribe: (listener: () => void) => () => void;
  setSingleKeys: (on: boolean) => void;
};

export function createRegistry(): Registry {
  let owners: readonly (readonly Hotkey[])[] = [];
  let singleKeys = true;
  let pending: { stroke: string; at: number } | null = null;
  let snapshot: readonly Hotkey[] = [];
  const listeners = new Set<() => void>();

  const changed = () => {
    const usable = owners.flat().filter((hotkey) => singleKeys || !isSingle(hotkey));
    // A later owner of a key takes the earlier one's place.
    snapshot = [...new Map(usable.map((hotkey) => [hotkey.keys, hotkey])).values()];
    for (const listener of listeners) listener();
  };

  return {
    add(hotkeys) {
      owners = [...owners, hotkeys];
      changed();
      return () => {
        owners = owners.filter((each) => each !== hotkeys);
        changed();
      };
    },
    active: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setSingleKeys(on) {
      singleKeys = on;
      changed();
    },
    handle(event) {
      const stroke = strokeOf(event);
      // AltGr writes letters and a composing input method is still writing one.
      if (stroke === null || event.altKey || event.isComposing || event.defaultPrevented) return false;
      // Enter on a button or a link presses it.
      if (stroke === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary'))
        return false;
      const inField = isField(event.target);
      const usable = snapshot.filter((hotkey) => !inField || hotkey.inFields === true);
      const sequence =
        pending && event.timeStamp - pending.at <= SEQUENCE_MS ? `${pending.stroke} ${stroke}` : null;
      pending = null;
      const found =
        usable.find(({ keys }) => keys === sequence) ?? usable.find(({ keys }) => keys === stroke);
      if (found) {
        event.preventDefault();
        found.run(event);
        return true;
      }
      if (usable.some(({ keys }) => keys.startsWith(`${stroke} `))) pending = { stroke, at: event.timeStamp };
      return false;
    },
  };
}

/** `Ctrl+Shift+Enter` of an event; null for a modifier alone. ⌘ counts as Ctrl. */
export function strokeOf(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): string | null {
  if (/^(?:Shift|Control|Alt|Meta|OS)/.test(event.code) || event.code === '') return null;
  const code = event.code === 'NumpadEnter' ? 'Enter' : event.code;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey ? 'Shift+' : ''}${code}`;
}

/** A character by itself: what speech input and a cat can press, so a setting turns them off (WCAG 2.1.4). */
export function isSingle({ keys }: Pick<Hotkey, 'keys'>): boolean {
  return /^(?:Shift\+)?(?:Key|Digit|Slash|Period|Comma)/.test(keys);
}

/** The caps to draw for `keys`: the strokes of a sequence, each as its keys. */
export function capsOf(keys: string, mac: boolean): readonly (readonly string[])[] {
  return keys.split(' ').map((stroke) => stroke.split('+').map((part) => capOf(part, mac)));
}

const CAPS: Readonly<Record<string, string>> = {
  Slash: '/',
  Period: '.',
  Comma: ',',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

function capOf(part: string, mac: boolean): string {
  if (part === 'Ctrl') return mac ? '⌘' : 'Ctrl';
  return CAPS[part] ?? part.replace(/^(?:Key|Digit)/, '');
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !NOT_TYPED_INTO.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']);
