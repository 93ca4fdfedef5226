import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FieldView } from '#contract/request-shapes.ts';
import { loadTranslator } from '#i18n/load.ts';
import { requestCase } from '#tests/cases/request-detail.ts';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { RevealProvider } from '../reveal/RevealProvider.tsx';
import { RequestContext } from '../useRequest.ts';
import { FieldRow } from './FieldRow.tsx';

const PHONE: FieldView = {
  field: 'phone',
  class: 'contact_details',
  value: { shown: false, hint: '+7 701 •••-••-42' },
  reveal: false,
  compare: true,
};

let root: Root;
let sent: unknown[];

beforeEach(async () => {
  sent = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    return Response.json({ match: false, missesLeft: 4 });
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
  const translator = await loadTranslator('en');
  root.render(
    <LocaleProvider translator={translator}>
      <NowProvider>
        <RequestContext value={requestCase({ fields: [PHONE] })}>
          <RevealProvider>
            <dl>
              <FieldRow view={PHONE} />
            </dl>
          </RevealProvider>
        </RequestContext>
      </NowProvider>
    </LocaleProvider>,
  );
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('what a caller says is compared and cleared from the field', async () => {
  await userEvent.click(compare());
  const field = page.getByRole('textbox');
  await userEvent.fill(field, '+7 701 555 01 43');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sent).toEqual([{ field: 'phone', value: '+7 701 555 01 43' }]);
  await expect.element(field).toHaveValue('');
  await expect.element(page.getByText('tries left: 4', { exact: false })).toBeVisible();
});

test('the button opens the box and closes it again', async () => {
  await userEvent.click(compare());
  await expect.element(compare()).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(compare());
  await expect.element(compare()).toHaveAttribute('aria-expanded', 'false');
  expect(page.getByRole('textbox').query()).toBeNull();
});

test('a value that may only be compared has no button that reveals it', async () => {
  await expect.element(compare()).toBeVisible();
  expect(document.querySelector('[data-reveals]')).toBeNull();
});

function compare() {
  return page.getByRole('button', { name: /Phone/ });
}
