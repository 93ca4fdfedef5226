/**
 * Colleagues in separate browsers: each signs in by a one-time link and sets a password; console errors are collected.
 */
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import type { Translator } from '#i18n/translate.ts';
import { translator } from '#i18n/translator.ts';
import { watchErrors } from './desk.ts';

export type Person = {
  name: string;
  email: string;
  page: Page;
  context: BrowserContext;
  /** Console errors, including violations of the content security policy. */
  errors: readonly string[];
};

/** The language of the first-hour tests. */
export const spoken: Translator = translator('kk');
const { t } = spoken;

/** A person with a new browser context, which shares no cookie or storage with the others. */
export async function newcomer(
  browser: Browser,
  { name, email }: Pick<Person, 'name' | 'email'>,
): Promise<Person> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'kk-KZ' });
  const page = await context.newPage();
  return { name, email, page, context, errors: watchErrors(page) };
}

/** Opens the link, fills in its form and is signed in. */
export async function acceptLink({ page, name, email }: Person, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const nameField = page.getByLabel(t('link.name'));
  if (await nameField.isVisible()) {
    await nameField.fill(name);
    await page.getByLabel(t('session.email')).fill(email);
  } else await expect(page.locator('input[name=email]')).toHaveValue(email);
  await page.locator('input[name=password]').fill(passwordOf(email));
  await page.getByRole('button', { name: t('link.accept') }).click();
  await expect(page).not.toHaveURL(/\/link/);
  expect(page.url()).not.toContain('#');
}

function passwordOf(email: string): string {
  return `жаңбырлы күзгі таң ${email.length * 7919}`;
}
