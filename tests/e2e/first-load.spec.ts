/** Counts the files that an empty browser fetches until a page shows, because each is a round trip on a slow line. */
import { expect, type Page, test } from '@playwright/test';
import { translator } from '#i18n/translator.ts';
import { openAs, watchErrors } from './desk.ts';

const { t } = translator('kk');

/** Collects page, scripts, styles, fonts and icon; not calls of the API. */
function watchFiles(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) files.push(pathname);
  });
  return files;
}

/** Waits for the fonts and for requests that the page starts after it is shown. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
}

test('the sign-in page shows after at most 12 files', async ({ page }) => {
  const errors = watchErrors(page);
  const files = watchFiles(page);
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: t('session.title') })).toBeVisible();
  await settled(page);
  expect(files).toContain('/sign-in');
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(12);
  expect(errors).toEqual([]);
});

test('the inbox of a person signed in shows after at most 20 files', async ({ page }) => {
  const errors = watchErrors(page);
  const files = watchFiles(page);
  await openAs(page, 'privacy_officer', '/?view=open');
  await expect(page.getByRole('table', { name: t('inbox.list') })).toBeVisible();
  await settled(page);
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(20);
  expect(errors).toEqual([]);
});
