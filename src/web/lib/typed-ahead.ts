/**
 * Keys pressed before what they are meant for is there. While a page loads they belong to the page that arrives; after a
 * key that opens a field they are the text of that field, and never commands.
 */

/** What a hotkey's `run` returns when it opens a field or a dialog that takes the focus a moment later. */
export const OPENS_FIELD = Symbol('opens a field');

/** After this pause no field is expected any more: the action did not open one, ms. */
const PATIENCE_MS = 3_000;

export type TypedAhead = {
  /** True when the key is kept for later, so that nothing else may handle it. */
  take: (event: KeyboardEvent) => boolean;
  expectField: () => void;
  /** The page has arrived and registered its keys. */
  arrived: () => void;
  /** An element got the focus: a field gets the text typed ahead. */
  focused: (target: Element) => void;
};

type Surroundings = {
  /** Whether another page is on its way. */
  isMoving: () => boolean;
  /** Handles a key that was kept, as if it were pressed now. */
  replay: (event: KeyboardEvent) => void;
};

export function createTypedAhead({ isMoving, replay }: Surroundings): TypedAhead {
  /** Keys for the page that arrives, in order. */
  let held: KeyboardEvent[] = [];
  /** The text for the field that is about to get the focus; null if none is expected. */
  let text: string | null = null;
  let since = 0;

  const take = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isField(event.target))
      return false;
    const isLate = !isMoving() && event.timeStamp - since > PATIENCE_MS;
    if (text !== null && isLate) text = null;
    if (text !== null) {
      const typed = textAfter(text, event);
      if (typed === null) return false;
      text = typed;
      since = event.timeStamp;
      return true;
    }
    if (!(isMoving() || held.length > 0) || !(isPageKey(event) || (held.length > 0 && isOfText(event))))
      return false;
    // A key held down would go on by itself on the page that arrives.
    if (!event.repeat) held.push(copyOf(event));
    return true;
  };

  /** One key at a time, because each may set out for another page or open a field, where the rest belongs. */
  const next = (): void => {
    if (isMoving()) return;
    const [event, ...others] = held;
    if (!event) return;
    held = [];
    replay(event);
    // At once, before the field gets the focus.
    held = text === null ? others : others.filter((other) => !take(other));
    if (held.length > 0) setTimeout(next);
  };

  return {
    take,
    expectField() {
      text ??= '';
      since = performance.now();
    },
    arrived: next,
    focused(target) {
      if (text === null) return;
      const typed = text;
      // A dialog without a field, or a field elsewhere: what was typed for this one is not for a later one.
      if (isField(target) || target.closest('[aria-modal="true"], .MuiModal-root')) text = null;
      if (isField(target) && typed !== '') insert(target, typed);
    },
  };
}

/** The text with the key's character; null for a key that types nothing. */
function textAfter(text: string, { key }: KeyboardEvent): string | null {
  if (key === 'Backspace') return text.slice(0, -1);
  if (key === 'Enter') return `${text}\n`;
  return [...key].length === 1 ? text + key : null;
}

/** Keys that a page may use, without those that move the focus or operate the focused control. */
function isPageKey({ key, target }: KeyboardEvent): boolean {
  if (key === 'Enter') return !(target instanceof Element && target.closest('a, button, summary'));
  return [...key].length === 1 && key !== ' ';
}

/** A key of a text that follows a letter, which may open the field of this text; alone it scrolls or presses a button. */
function isOfText({ key, target }: KeyboardEvent): boolean {
  if (key === ' ') return !(target instanceof Element && target.closest('button, summary'));
  return key === 'Backspace';
}

/** A new event, because the original is marked as handled and its element may be gone. */
function copyOf({ code, key, shiftKey }: KeyboardEvent): KeyboardEvent {
  return new KeyboardEvent('keydown', { code, key, shiftKey, cancelable: true });
}

function insert(field: Element, text: string): void {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || field.readOnly) return;
  const at = field.selectionEnd ?? field.value.length;
  field.setRangeText(text, at, at, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !NOT_TYPED_INTO.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color']);
