import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRegistry, type Hotkey, isSingle, type Registry, strokeOf } from './hotkeys.ts';

let pressed: string[];
let registry: Registry;
let stop: () => void;

beforeEach(() => {
  pressed = [];
  registry = createRegistry();
  const listen = (event: KeyboardEvent) => registry.handle(event);
  document.addEventListener('keydown', listen);
  stop = () => document.removeEventListener('keydown', listen);
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

function hotkey(keys: string): Hotkey {
  return { keys, label: 'keys.help', group: 'anywhere', run: () => pressed.push(keys) };
}

function press(init: KeyboardEventInit, target: Element = document.body) {
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}
