import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
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
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        page
      </button>
      <Menu open={isOpen} onClose={() => setOpen(false)} disablePortal>
        <MenuItem>entry</MenuItem>
      </Menu>
    </>
  );
}

beforeEach(async () => {
  pressed = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(
    <HotkeysProvider>
      <Page />
    </HotkeysProvider>,
  );
  // The key is registered in an effect, which may run after the button is there.
  await expect
    .poll(() => {
      press();
      return pressed;
    })
    .toBeGreaterThan(0);
  pressed = 0;
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

test.each([
  ['by a button that has the focus', true],
  ['by a click that focused no button, as in Safari', false],
])('a menu opened %s does not keep the next key while it fades out', async (_, focuses) => {
  const button = document.querySelector('button');
  if (focuses) button?.focus();
  button?.click();
  await expect.poll(() => document.activeElement?.textContent).toBe('entry');
  press();
  expect(pressed).toBe(0);
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  // React renders what a key press changed before this continues, and the menu fades out for longer.
  await Promise.resolve();
  expect(document.querySelector('[role=presentation]')?.ariaHidden).toBe('true');
  press();
  expect(pressed).toBe(1);
});
