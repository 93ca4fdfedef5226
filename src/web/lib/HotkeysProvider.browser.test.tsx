import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HotkeysProvider } from './HotkeysProvider.tsx';
import { useHotkeys } from './useHotkeys.ts';

let pressed: number;
let root: Root;

function Page() {
  useHotkeys([
    {
      keys: 'KeyR',
      label: 'keys.help',
      group: 'item',
      run: () => {
        pressed += 1;
      },
    },
  ]);
  return <button type="button">page</button>;
}

beforeEach(async () => {
  pressed = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <HotkeysProvider>
      <Page />
    </HotkeysProvider>,
  );
  await expect.poll(() => document.querySelector('button')).not.toBeNull();
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

/** What a component library puts over the page: a root that has the focus trap, and the part with the role in it. */
function over(role: string, modal: boolean): HTMLElement {
  const frame = document.body.appendChild(document.createElement('div'));
  frame.className = 'MuiModal-root';
  const part = frame.appendChild(document.createElement('div'));
  part.setAttribute('role', role);
  if (modal) part.setAttribute('aria-modal', 'true');
  part.tabIndex = -1;
  part.focus();
  return frame;
}

const press = () =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { code: 'KeyR', key: 'к', bubbles: true, cancelable: true }),
  );

test.each([
  ['dialog', true],
  ['alertdialog', true],
  ['menu', false],
  ['listbox', false],
] as const)('the keys of the page are off behind a %s', (role, modal) => {
  const shown = over(role, modal);
  press();
  expect(pressed).toBe(0);
  shown.remove();
  press();
  expect(pressed).toBe(1);
});

test('one that is closing has given the focus back, and a key is meant for the page', () => {
  over('menu', false);
  document.querySelector('button')?.focus();
  press();
  expect(pressed).toBe(1);
});
