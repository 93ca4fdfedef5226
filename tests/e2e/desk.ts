/** Steps of the end-to-end tests: sign in as a role, post as a site, type on a Cyrillic keyboard. */
import { createHmac, randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { Role } from '#domain/access/roles.ts';
import type { Locale } from '#i18n/locale.ts';
import { RUSSIAN } from '#tests/cases/russian-layout.ts';

export type Theme = 'light' | 'dark';

/** Signs in as a persona with a language and a theme, and opens a page. */
export async function openAs(
  page: Page,
  role: Role,
  path = '/',
  { language = 'kk', theme = 'light' }: { language?: Locale; theme?: Theme } = {},
): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  // A page that is open learns that its session has ended and would load the sign-in page meanwhile.
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  const signedIn = await page.request.post('/api/session/persona', { data: { role } });
  expect(signedIn.ok()).toBe(true);
  const chosen = await page.request.patch('/api/session/profile', { data: { language, theme } });
  expect(chosen.ok()).toBe(true);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** A site with a secret of its own; `post` signs a delivery by the Standard Webhooks specification. */
export async function newSite(
  request: APIRequestContext,
): Promise<{ post: (body: object) => Promise<{ reference: string; dueOn: string; actBy: string }> }> {
  await request.post('/api/session/persona', { data: { role: 'administrator' } });
  const made = await request.post('/api/intake/secrets', {
    data: { name: `site ${randomUUID().slice(0, 8)}` },
  });
  expect(made.status()).toBe(201);
  const { secret } = (await made.json()) as { secret: string };
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return {
    post: async (body) => {
      const id = `form-${randomUUID()}`;
      const at = Math.floor(Date.now() / 1000);
      const data = JSON.stringify(body);
      const signature = createHmac('sha256', key).update(`${id}.${at}.${data}`).digest('base64');
      const answer = await request.post('/api/intake/requests', {
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(at),
          'webhook-signature': `v1,${signature}`,
        },
        data,
      });
      expect(answer.status()).toBe(201);
      return answer.json();
    },
  };
}

/** Presses a physical key as a Russian layout reports it: the code of the key, a Cyrillic letter. */
export async function pressRussian(
  page: Page,
  code: string,
  { shift = false }: { shift?: boolean } = {},
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const letter = RUSSIAN[code];
  const key = letter ?? code;
  const modifiers = shift ? 8 : 0;
  await session.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    code,
    key: shift ? key.toUpperCase() : key,
    modifiers,
    ...(letter ? { text: letter } : {}),
  });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key, modifiers });
  await session.detach();
}

/** Collects the errors on the console and the violations of the content security policy. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
