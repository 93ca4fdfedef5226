import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { putBack, typedFields, watchTyped } from './typed-text.ts';

let stop: () => void;
let heard: number;

beforeEach(() => {
  heard = 0;
  stop = watchTyped(() => {
    heard += 1;
  });
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** A form of the page; returns the field of a label. */
function form(html: string): (label: string) => HTMLInputElement {
  document.body.innerHTML = html;
  return (label) => {
    const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label);
    if (!(found?.control instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
    return found.control;
  };
}

const FIELDS = `<label for="a">Surname</label><input id="a"><label for="b">City</label><input id="b" value="Almaty">`;

test('what was typed is found with its label, and what stood there is not', async () => {
  const field = form(FIELDS);
  await userEvent.type(field('Surname'), 'Ким');
  expect(typedFields()).toEqual([{ label: 'Surname', text: 'Ким' }]);
  expect(heard).toBe(3);
});

test.each([
  ['a password', '<label for="a">F</label><input id="a" type="password">'],
  ['a search', '<div role="search"><label for="a">F</label><input id="a"></div>'],
  ['a draft, which keeps itself', '<div data-keeps-itself><label for="a">F</label><input id="a"></div>'],
])('%s is not kept', async (_what, html) => {
  await userEvent.type(form(html)('F'), 'secret');
  expect([typedFields(), heard]).toEqual([[], 0]);
});

test('a text goes back into the field of its label, as if typed; the others are returned', () => {
  const field = form(FIELDS);
  const inputs: string[] = [];
  document.addEventListener('input', ({ target }) => inputs.push((target as HTMLInputElement).value), {
    once: true,
  });
  const lost = { label: 'Reason', text: 'of a dialog that is closed' };
  expect(putBack([{ label: 'Surname', text: 'Ким' }, lost])).toEqual([lost]);
  expect([field('Surname').value, inputs]).toEqual(['Ким', ['Ким']]);
});
