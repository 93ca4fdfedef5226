/** V: reveals the field the focus is in; where it is in none, the first that can be revealed takes the focus. */
const BUTTON = 'button[data-reveals]';

export function revealFocused(): void {
  const focused = document.activeElement;
  const row = focused?.closest('[data-field]') ?? focused?.closest('article');
  const button = row?.querySelector<HTMLButtonElement>(BUTTON);
  if (button) button.click();
  else if (!row) document.querySelector<HTMLButtonElement>(BUTTON)?.focus();
}
