/**
 * Collects what the auditor can learn about a request: the log filtered by it, one event opened, the request itself.
 */
import { expect } from '@playwright/test';
import { type Person, spoken } from './first-hour-people.ts';

const { t } = spoken;

type Seen = {
  /** Event and actor of every row. */
  deeds: readonly (readonly [string, string])[];
  /** The text of every answer of the API. */
  received: readonly string[];
};

export async function readLog(
  { page }: Person,
  { url, reference }: { url: string; reference: string },
): Promise<Seen> {
  const received: Promise<string>[] = [];
  const deeds: (readonly [string, string])[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/') || pathname === '/api/events') return;
    received.push(response.text());
  });
  await page.goto(`${url}/audit`);
  await page
    .getByRole('button', { name: t('audit.filter.object') })
    .first()
    .click();
  const filter = page.getByRole('dialog');
  await filter.getByLabel(t('audit.filter.object')).fill(reference);
  const answered = page.waitForResponse((response) => response.url().includes('/api/audit-events?'));
  await filter.getByRole('button', { name: t('audit.filter.apply') }).click();
  const { items } = (await (await answered).json()) as {
    items: { event: string; actor: { name: string | null } }[];
  };
  for (const { event, actor } of items) deeds.push([event, actor.name ?? '']);
  const rows = page.getByRole('table', { name: t('audit.list') }).locator('tbody tr');
  await expect(rows).toHaveCount(items.length);
  await rows.filter({ hasText: t('event.decision.approved') }).click();
  await expect(page.getByRole('heading', { name: t('event.decision.approved') })).toBeVisible();
  await page.goto(`${url}/requests/${reference}`);
  await expect(page.getByText(reference).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  return { deeds, received: await Promise.all(received) };
}

/** The words that appear in the answers. */
export function canariesIn(received: readonly string[], words: readonly string[]): string[] {
  expect(received.length).toBeGreaterThan(3);
  return words.filter((word) => received.some((text) => text.includes(word)));
}
