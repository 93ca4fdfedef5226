/** The administrator's setup, page by page, reached through the rail as a new user would. */
import { expect, type Page } from '@playwright/test';
import { type CHECKLIST, VOUCHED } from '#contract/settings.ts';
import type { Role } from '#domain/access/roles.ts';
import { type Person, spoken } from './first-hour-people.ts';

const { t } = spoken;
type Step = (typeof CHECKLIST)[number];

export async function organise({ page }: Person): Promise<void> {
  await openSection(page, t('settings.section.organisation'));
  const values = {
    nameKk: 'Нома Пэй',
    nameRu: 'Нома Пэй',
    nameEn: 'Noma Pay',
    representative: 'Сәуле Тестова',
    representativeEmail: 'privacy@desk.example',
    policyVersion: '2026-11-01',
  } as const;
  for (const name of Object.keys(values) as (keyof typeof values)[])
    await page.getByLabel(t(`settings.organisation.${name}`)).fill(values[name]);
  await save(page);
}

export async function setMail({ page }: Person, port: number): Promise<void> {
  await openSection(page, t('settings.section.mail'));
  await page.getByLabel(t('settings.mail.security')).selectOption('none');
  const values = { host: '127.0.0.1', port: String(port), from: 'desk@desk.example' } as const;
  for (const name of ['host', 'port', 'from'] as const)
    await page.getByLabel(t(`settings.mail.${name}`), { exact: true }).fill(values[name]);
  await save(page);
}

/** Confirms the calendar of every year in which deadlines are computed. */
export async function confirmCalendar({ page }: Person): Promise<void> {
  await openSection(page, t('settings.section.calendar'));
  const years = page.getByRole('group', { name: t('settings.calendar.year') }).getByRole('radio');
  const again = page.getByRole('button', { name: t('settings.calendar.confirm_again') });
  for (const year of await years.all()) {
    await year.check({ force: true });
    await page.getByRole('button', { name: t('settings.calendar.confirm'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('settings.calendar.confirm') }).click();
    await expect(dialog).toBeHidden();
    await expect(again).toBeVisible();
  }
}

/** Invites a colleague and returns the one-time link, which is shown only once. */
export async function invite(
  { page }: Person,
  { name, email, role }: { name: string; email: string; role: Role },
): Promise<string> {
  await rail(page, t('nav.staff'));
  await page.getByRole('button', { name: t('staff.invite') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('staff.column.name')).fill(name);
  await dialog.getByLabel(t('staff.column.email')).fill(email);
  await dialog.getByRole('checkbox', { name: t(`role.${role}`) }).check();
  await dialog.getByRole('button', { name: t('staff.invite_send') }).click();
  const link = await dialog
    .getByRole('region', { name: t('staff.link') })
    .locator('pre')
    .textContent();
  await dialog.getByRole('button', { name: t('staff.link_done') }).click();
  await expect(page.getByRole('table').getByText(email)).toBeVisible();
  await expect(page.getByText(link ?? '')).toHaveCount(0);
  return link ?? '';
}

/** Creates an intake secret and returns it with its example; both are shown only once. */
export async function makeSecret(
  { page }: Person,
  name: string,
): Promise<{ secret: string; example: string }> {
  await openSection(page, t('settings.section.intake'));
  await page.getByLabel(t('settings.intake.name')).fill(name);
  await page.getByRole('button', { name: t('settings.intake.create') }).click();
  const dialog = page.getByRole('dialog');
  const block = (label: string) => dialog.getByRole('region', { name: label }).locator('pre').textContent();
  const secret = (await block(t('settings.intake.secret'))) ?? '';
  const example = (await block(t('settings.intake.example'))) ?? '';
  await dialog.getByRole('button', { name: t('settings.intake.copied') }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(page.getByText(name).first()).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  return { secret, example };
}

/**
 * Checks that the automatic steps are ticked, ticks those that only a person can confirm, and expects none to be left.
 */
export async function finishFirstSteps({ page }: Person): Promise<void> {
  await rail(page, t('nav.first_steps'));
  const ticked = (step: Step) =>
    page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: `${t(`steps.step.${step}`)}: ${t('steps.is_done')}` });
  for (const step of [
    'organisation',
    'calendar',
    'officer_invited',
    'intake_secret',
    'test_request',
  ] as const)
    await expect(ticked(step)).toBeVisible();
  for (const step of VOUCHED) {
    await expect(ticked(step)).toBeHidden();
    await page.getByRole('button', { name: t(`steps.vouch.${step}`) }).click();
    await expect(ticked(step)).toBeVisible();
  }
  await expect(page.getByRole('heading', { level: 1, name: t('steps.title_done') })).toBeVisible();
}

async function openSection(page: Page, section: string): Promise<void> {
  await rail(page, t('nav.settings'));
  await page
    .getByRole('navigation', { name: t('nav.settings') })
    .getByRole('link', { name: section })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
}

async function rail(page: Page, entry: string): Promise<void> {
  await page.getByRole('link', { name: entry }).first().click();
}

async function save(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.getByRole('button', { name: t('common.save') }).click();
  expect((await answered).status()).toBe(200);
  await expect(page.getByText(t('common.saved')).first()).toBeVisible();
}
