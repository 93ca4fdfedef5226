import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HELLO, russianKeys } from '#tests/cases/russian-layout.ts';
import { createRegistry, type Hotkey, isSingle, type Registry, strokeOf } from './hotkeys.ts';
import { OPENS_FIELD } from './typed-ahead.ts';

let pressed: string[];
let registry: Registry;
let isMoving: boolean;
let stop: () => void;

beforeEach(() => {
  pressed = [];
  isMoving = false;
  registry = createRegistry(() => isMoving);
  const listen = (event: KeyboardEvent) => registry.handle(event);
  const focused = ({ target }: FocusEvent) => target instanceof Element && registry.focused(target);
  document.addEventListener('keydown', listen);
  document.addEventListener('focusin', focused);
  stop = () => {
    document.removeEventListener('keydown', listen);
    document.removeEventListener('focusin', focused);
  };
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
});

describe('finding the key', () => {
  test('a Cyrillic layout triggers the key in the same physical place', () => {
    registry.add([hotkey('KeyJ')]);
    press({ code: 'KeyJ', key: 'о' });
    expect(pressed).toEqual(['KeyJ']);
  });

  test('the question mark is Shift with the slash key, whatever the layout prints', () => {
    registry.add([hotkey('Shift+Slash')]);
    press({ code: 'Slash', key: ',', shiftKey: true });
    expect(pressed).toEqual(['Shift+Slash']);
  });

  test('⌘ counts as Ctrl', () => {
    expect(strokeOf({ code: 'KeyK', ctrlKey: false, metaKey: true, shiftKey: false })).toBe('Ctrl+KeyK');
  });

  test('a combination with Alt is ignored', () => {
    registry.add([hotkey('KeyJ')]);
    press({ code: 'KeyJ', altKey: true });
    expect(pressed).toEqual([]);
  });

  test('a key of an input method that is composing is ignored', () => {
    registry.add([hotkey('KeyJ')]);
    press({ code: 'KeyJ', isComposing: true });
    expect(pressed).toEqual([]);
  });

  test('a sequence of two keys', () => {
    registry.add([hotkey('KeyG KeyI'), hotkey('KeyI')]);
    press({ code: 'KeyG' });
    press({ code: 'KeyI' });
    press({ code: 'KeyI' });
    expect(pressed).toEqual(['KeyG KeyI', 'KeyI']);
  });
});

describe('keys that belong to the focused element', () => {
  test.each(['input', 'textarea', 'select'])('letters typed into %s trigger nothing', (tag) => {
    registry.add([hotkey('KeyJ')]);
    press({ code: 'KeyJ' }, document.body.appendChild(document.createElement(tag)));
    expect(pressed).toEqual([]);
  });

  test('a checkbox is not typed into', () => {
    registry.add([hotkey('KeyJ')]);
    const box = document.body.appendChild(document.createElement('input'));
    box.type = 'checkbox';
    press({ code: 'KeyJ' }, box);
    expect(pressed).toEqual(['KeyJ']);
  });

  test('a key with inFields works in a text field', () => {
    registry.add([{ ...hotkey('Ctrl+Enter'), inFields: true }]);
    press({ code: 'Enter', ctrlKey: true }, document.body.appendChild(document.createElement('textarea')));
    expect(pressed).toEqual(['Ctrl+Enter']);
  });

  test('Enter on a button presses the button', () => {
    registry.add([hotkey('Enter')]);
    press({ code: 'Enter' }, document.body.appendChild(document.createElement('button')));
    expect(pressed).toEqual([]);
  });

  test('the setting turns single keys off and leaves the others', () => {
    registry.add([hotkey('KeyJ'), hotkey('Escape'), hotkey('Ctrl+KeyK'), hotkey('KeyG KeyI')]);
    registry.setSingleKeys(false);
    press({ code: 'KeyJ' });
    press({ code: 'Escape' });
    press({ code: 'KeyK', ctrlKey: true });
    expect(pressed).toEqual(['Escape', 'Ctrl+KeyK']);
    expect(registry.active().map(({ keys }) => keys)).toEqual(['Escape', 'Ctrl+KeyK']);
  });

  test.each(['KeyJ', 'Shift+Slash', 'Digit1', 'KeyG KeyI'])('%s is a single key', (keys) => {
    expect(isSingle({ keys })).toBe(true);
  });
});

describe('two owners of one key', () => {
  test('the newest owner gets it until it is removed', () => {
    registry.add([{ ...hotkey('KeyJ'), run: () => pressed.push('list') }]);
    const leave = registry.add([{ ...hotkey('KeyJ'), run: () => pressed.push('detail') }]);
    press({ code: 'KeyJ' });
    leave();
    press({ code: 'KeyJ' });
    expect(pressed).toEqual(['detail', 'list']);
  });

  test('the help page lists each key once', () => {
    registry.add([hotkey('KeyJ')]);
    registry.add([hotkey('KeyJ'), hotkey('KeyK')]);
    expect(registry.active().map(({ keys }) => keys)).toEqual(['KeyJ', 'KeyK']);
  });
});

describe('keys pressed too early', () => {
  const type = () => {
    for (const key of russianKeys(HELLO)) press(key);
  };
  const everyKey = () => registry.add(russianKeys(HELLO).map(({ code }) => hotkey(code)));
  const field = () => document.body.appendChild(document.createElement('textarea'));
  const arrive = () => {
    isMoving = false;
    registry.arrived();
  };

  test('while a page loads belong to the page that arrives', () => {
    const leave = registry.add([{ ...hotkey('KeyR'), run: () => pressed.push('old page') }]);
    isMoving = true;
    press({ code: 'KeyR', key: 'к' });
    expect(pressed).toEqual([]);
    leave();
    registry.add([{ ...hotkey('KeyR'), run: () => pressed.push('new page') }]);
    arrive();
    expect(pressed).toEqual(['new page']);
  });

  test('run one after another, the next only when the page it may lead to has arrived', async () => {
    registry.add([
      {
        ...hotkey('KeyJ'),
        run: () => {
          pressed.push('next');
          isMoving = true;
        },
      },
    ]);
    isMoving = true;
    press({ code: 'KeyJ', key: 'о' });
    press({ code: 'KeyJ', key: 'о' });
    arrive();
    await expect.poll(() => pressed).toEqual(['next']);
    arrive();
    await expect.poll(() => pressed).toEqual(['next', 'next']);
  });

  test('a key held down does not go on by itself on the next page', () => {
    registry.add([hotkey('KeyJ')]);
    isMoving = true;
    press({ code: 'KeyJ', key: 'о', repeat: true });
    arrive();
    expect(pressed).toEqual([]);
  });

  test('after a key that opens a field are its text, and run nothing', () => {
    everyKey();
    registry.add([{ ...hotkey('KeyR'), run: () => OPENS_FIELD }]);
    press({ code: 'KeyR', key: 'к' });
    type();
    const opened = field();
    const heard: string[] = [];
    opened.addEventListener('input', () => heard.push(opened.value));
    opened.focus();
    expect(pressed).toEqual([]);
    expect([opened.value, heard]).toEqual([HELLO, [HELLO]]);
  });

  test('the key and the text, all pressed while the page loads', () => {
    isMoving = true;
    press({ code: 'KeyR', key: 'к' });
    type();
    everyKey();
    registry.add([{ ...hotkey('KeyR'), run: () => OPENS_FIELD }]);
    arrive();
    const opened = field();
    opened.focus();
    expect(pressed).toEqual([]);
    expect(opened.value).toBe(HELLO);
  });

  test('a letter taken back while the page loads is not in the text', () => {
    isMoving = true;
    press({ code: 'KeyR', key: 'к' });
    for (const key of ['З', 'д', 'Backspace', 'а']) press({ code: '', key });
    registry.add([{ ...hotkey('KeyR'), run: () => OPENS_FIELD }]);
    arrive();
    const opened = field();
    opened.focus();
    expect(opened.value).toBe('За');
  });

  test('a space that follows no letter scrolls the page or presses the button as ever', () => {
    isMoving = true;
    const button = document.body.appendChild(document.createElement('button'));
    const space = () =>
      new KeyboardEvent('keydown', { code: 'Space', key: ' ', bubbles: true, cancelable: true });
    const alone = space();
    document.body.dispatchEvent(alone);
    press({ code: 'KeyR', key: 'к' });
    const onButton = space();
    button.dispatchEvent(onButton);
    expect([alone.defaultPrevented, onButton.defaultPrevented]).toEqual([false, false]);
  });

  test('a dialog without a field drops them instead of keeping them for a later field', () => {
    everyKey();
    registry.add([{ ...hotkey('KeyW'), run: () => OPENS_FIELD }]);
    press({ code: 'KeyW', key: 'ц' });
    type();
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('aria-modal', 'true');
    dialog.tabIndex = -1;
    dialog.focus();
    const later = field();
    later.focus();
    expect([pressed, later.value]).toEqual([[], '']);
  });

  test('into a field that has the focus reach it as ever', () => {
    everyKey();
    isMoving = true;
    const event = new KeyboardEvent('keydown', { code: 'KeyN', key: 'т', bubbles: true, cancelable: true });
    field().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

function hotkey(keys: string): Hotkey {
  return { keys, label: 'keys.help', group: 'anywhere', run: () => pressed.push(keys) };
}

function press(init: KeyboardEventInit, target: Element = document.body) {
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}
