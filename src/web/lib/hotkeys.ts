/**
 * The registry of hotkeys, by physical key (`event.code`), because on Cyrillic layouts `event.key` is another letter.
 */
import type { MessageId } from '#i18n/catalogue.ts';
import { createTypedAhead, isField, OPENS_FIELD } from './typed-ahead.ts';

export type KeyGroup = 'anywhere' | 'list' | 'item' | 'composer';

export type Hotkey = {
  /** `KeyJ`, `Slash`, `Shift+Slash`, `Ctrl+Enter` (⌘ on a Mac), or a sequence `KeyG KeyI`. */
  keys: string;
  label: MessageId;
  group: KeyGroup;
  /** Returns OPENS_FIELD if a field or a dialog is about to take the focus; anything else is ignored. */
  run: (event: KeyboardEvent) => unknown;
  /** Works while a text field has the focus: only for combinations with Ctrl and for Escape. */
  inFields?: boolean;
};

/** Longest time between the two keys of a sequence, ms. */
const SEQUENCE_MS = 1500;

export type Registry = {
  /** Adds keys; the newest owner of a key wins. Returns the removal. */
  add: (hotkeys: readonly Hotkey[]) => () => void;
  /** The active hotkeys, one for each key, for the help dialog. */
  active: () => readonly Hotkey[];
  /** Handles a keydown: runs a hotkey, or keeps the key for the page or the field that is on its way. */
  handle: (event: KeyboardEvent) => void;
  /** Another page has registered its keys: it gets those pressed meanwhile. */
  arrived: () => void;
  /** An element got the focus: a field gets the text typed ahead. */
  focused: (target: Element) => void;
  subscribe: (listener: () => void) => () => void;
  setSingleKeys: (on: boolean) => void;
};

/** @param isMoving whether another page is on its way */
export function createRegistry(isMoving: () => boolean = () => false): Registry {
  let owners: readonly (readonly Hotkey[])[] = [];
  let singleKeys = true;
  let pending: { stroke: string; at: number } | null = null;
  let snapshot: readonly Hotkey[] = [];
  const listeners = new Set<() => void>();

  const changed = () => {
    const usable = owners.flat().filter((hotkey) => singleKeys || !isSingle(hotkey));
    // In a Map, a later owner of the same key replaces the earlier one.
    snapshot = [...new Map(usable.map((hotkey) => [hotkey.keys, hotkey])).values()];
    for (const listener of listeners) listener();
  };

  const run = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event);
    // AltGr types letters on some layouts, and a composing input method is still typing one.
    if (stroke === null || event.altKey || event.isComposing || event.defaultPrevented) return;
    // Enter on a button or a link activates it, so a row must not open as well.
    if (stroke === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary'))
      return;
    const inField = isField(event.target);
    const usable = snapshot.filter((hotkey) => !inField || hotkey.inFields === true);
    const sequence =
      pending && event.timeStamp - pending.at <= SEQUENCE_MS ? `${pending.stroke} ${stroke}` : null;
    pending = null;
    const found = usable.find(({ keys }) => keys === sequence) ?? usable.find(({ keys }) => keys === stroke);
    if (found) {
      event.preventDefault();
      if (found.run(event) === OPENS_FIELD) ahead.expectField();
      return;
    }
    // The first key of a sequence: the event keeps its default, because the second key may never come.
    if (usable.some(({ keys }) => keys.startsWith(`${stroke} `))) pending = { stroke, at: event.timeStamp };
  };
  const ahead = createTypedAhead({ isMoving, replay: run });

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
      if (!event.defaultPrevented && ahead.take(event)) event.preventDefault();
      else run(event);
    },
    arrived: ahead.arrived,
    focused: ahead.focused,
  };
}

/** The event as text, for instance `Ctrl+Shift+Enter`; null for a modifier alone. ⌘ counts as Ctrl. */
export function strokeOf(
  event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): string | null {
  if (/^(?:Shift|Control|Alt|Meta|OS)/.test(event.code) || event.code === '') return null;
  const code = event.code === 'NumpadEnter' ? 'Enter' : event.code;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey ? 'Shift+' : ''}${code}`;
}

/** A key without Ctrl. Speech input triggers such keys by mistake, so a setting turns them off (WCAG 2.1.4). */
export function isSingle({ keys }: Pick<Hotkey, 'keys'>): boolean {
  return /^(?:Shift\+)?(?:Key|Digit|Slash|Period|Comma)/.test(keys);
}

/** The key caps to draw for `keys`: one list for each stroke of the sequence. */
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
