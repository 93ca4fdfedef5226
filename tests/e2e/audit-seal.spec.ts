/**
 * The auditor verifies the log in the browser, returns to it, opens a proof, and gets an alarm for what does not fit.
 */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { verifierKey } from '#domain/audit/note-key.ts';
import { openAs, watchErrors } from './desk.ts';

const seal = (page: Page) => page.getByRole('region', { name: 'Seal of the log' });
const verified = (page: Page) => seal(page).getByText(/^Verified to event [\d,]+, signed \d\d:\d\d$/);
const alarm = (page: Page) => page.getByRole('alert').filter({ hasText: 'This log cannot be trusted' });

async function verify(page: Page): Promise<void> {
  await seal(page)
    .getByRole('button', { name: /^Verify( again)?$/ })
    .click();
}

async function verifiedLog(page: Page): Promise<void> {
  await openAs(page, 'auditor', '/audit', { language: 'en' });
  await expect(seal(page).getByText(/^Sealed up to event/)).toBeVisible();
  await verify(page);
  await expect(verified(page)).toBeVisible();
}

/** Edits what the browser remembers, as an attacker with access to it could. */
const editMemory = (page: Page, from: RegExp, to: string) =>
  page.evaluate(
    ([source = '', flags, words = '']) =>
      localStorage.setItem(
        'otinish-log',
        (localStorage.getItem('otinish-log') ?? '').replace(new RegExp(source, flags), words),
      ),
    [from.source, from.flags, to],
  );

/** Raises the alarm with an event whose text is not the sealed one. */
async function raised(page: Page): Promise<void> {
  await page.route(/\/api\/audit-events\/[\da-f-]{36}$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/\\"v\\":\d+/, '\\"v\\":0'),
    });
  });
  await page.locator('tbody tr').nth(20).press('Enter');
  await expect(alarm(page)).toBeVisible();
}

test('verifies the log in a worker and says so', async ({ page }) => {
  const errors = watchErrors(page);
  await verifiedLog(page);
  await expect(seal(page).getByText('The first check in this browser')).toBeVisible();
  await seal(page).getByText('How it is checked').click();
  await expect(seal(page).getByText(/^otinish-log\/[\w-]+\+[\da-f]{8}\+/)).toBeVisible();
  expect(errors).toEqual([]);
});

test('tells the log that it was verified, once', async ({ page }) => {
  await openAs(page, 'auditor', '/audit', { language: 'en' });
  const told: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/audit-verifications')) told.push(request.postDataJSON());
  });
  await verify(page);
  await expect(verified(page)).toBeVisible();
  await expect.poll(() => told).toEqual([{ size: expect.any(Number), result: 'verified' }]);
});

test('is left and found again, and read from its beginning each time @long', async ({ page }) => {
  await verifiedLog(page);
  await page.getByRole('link', { name: 'Who sees what' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Events in the log/);
  await page.getByRole('link', { name: 'Audit log' }).first().click();
  await expect(verified(page)).toBeVisible();
  await page.reload();
  await expect(seal(page).getByText(/^This browser verified earlier: to event/)).toBeVisible();
  const asked: number[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/audit-leaves') asked.push(Number(searchParams.get('from')));
  });
  await verify(page);
  await expect(verified(page)).toBeVisible();
  expect(asked[0]).toBe(0);
});

test('is remembered when the auditor signs out @long', async ({ page }) => {
  await verifiedLog(page);
  expect(await page.evaluate(async () => (await fetch('/api/session', { method: 'DELETE' })).ok)).toBe(true);
  await openAs(page, 'auditor', '/audit', { language: 'en' });
  await expect(seal(page).getByText(/^This browser verified earlier/)).toBeVisible();
});

test('shows the place of an event in the sealed log and its proof', async ({ page }) => {
  await verifiedLog(page);
  await page.locator('tbody tr').nth(20).press('Enter');
  const panel = page.getByRole('complementary');
  await expect(panel.getByText(/^In the sealed log: event [\d,]+, sealed/)).toBeVisible();
  await panel.getByText('Show the proof').click();
  await expect(panel.getByText('c2sp.org/tlog-proof@v1')).toBeVisible();
  const started = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Download' }).click();
  const file = await started;
  expect(file.suggestedFilename()).toMatch(/^otinish-proof-[\da-f-]{36}\.txt$/);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex \d+\n/);
});

test('an event that was changed raises the alarm @long', async ({ page }) => {
  await verifiedLog(page);
  await raised(page);
  await expect(page.getByRole('complementary').getByText('Does not match its proof')).toBeVisible();
  await expect(alarm(page)).toContainText(/Event [\d,]+ does not match its proof/);
});

test('another key raises an alarm that outlives the page, with evidence to keep @long', async ({ page }) => {
  await verifiedLog(page);
  await editMemory(page, /"key":"[^"]+"/, `"key":"${verifierKey('otinish-log/other', new Uint8Array(32))}"`);
  await verify(page);
  await expect(alarm(page)).toContainText('signed with another key');
  await page.reload();
  await expect(alarm(page)).toContainText('repair nothing on the server');
  const started = page.waitForEvent('download');
  await alarm(page).getByRole('button', { name: 'Download the evidence' }).click();
  const evidence = await readFile(await (await started).path(), 'utf8');
  expect(evidence).toMatch(/otinish-log\/other\+[\s\S]+— otinish-log\//);
  await alarm(page).getByRole('button', { name: 'Begin anew' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget and begin anew' }).click();
  await expect(alarm(page)).toBeHidden();
  await verify(page);
  await expect(verified(page)).toBeVisible();
});

test('entries rewritten since the last visit are found between two marks @long', async ({ page }) => {
  await verifiedLog(page);
  // As if the log had been different when this browser verified it.
  await editMemory(page, /\[128,"[^"]+"\]/, `[128,"${'A'.repeat(43)}="]`);
  await page.reload();
  await verify(page);
  await expect(alarm(page)).toContainText(/The first wrong event(:| is between \d+ and) 128/);
});

test('the alarm stands on every page for whoever reads the whole log, until it was dealt with @long', async ({
  page,
}) => {
  await verifiedLog(page);
  await raised(page);
  await expect(alarm(page)).toHaveCount(1);
  await page.getByRole('link', { name: 'Who sees what' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Events in the log/);
  await expect(alarm(page)).toContainText(/Event [\d,]+ does not match its proof/);
  await openAs(page, 'manager', '/who-sees-what', { language: 'en' });
  await expect(alarm(page)).toHaveCount(0);
  await openAs(page, 'privacy_officer', '/', { language: 'en' });
  await alarm(page).getByRole('link', { name: 'What to do' }).click();
  await expect(page).toHaveURL(/\/audit$/);
  await alarm(page).getByRole('button', { name: 'Begin anew' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget and begin anew' }).click();
  await page.getByRole('link', { name: 'Who sees what' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Events in the log/);
  await expect(alarm(page)).toHaveCount(0);
});

test('has no accessibility violation with the alarm above another page @long', async ({ page }) => {
  await verifiedLog(page);
  await raised(page);
  for (const theme of ['light', 'dark'] as const) {
    await openAs(page, 'auditor', '/who-sees-what', { language: 'en', theme });
    await expect(alarm(page)).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
  }
});

test('has no accessibility violation with the alarm and the details open @long', async ({ page }) => {
  await verifiedLog(page);
  await raised(page);
  await seal(page).getByText('How it is checked').click();
  await page.getByRole('complementary').getByText('Show the proof').click();
  expect(await violationsOn(page)).toEqual([]);
});

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
