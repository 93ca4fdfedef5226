/** Actions on the page of a request: take, answer, hand over, decide, close. */
import { expect, type Locator } from '@playwright/test';
import type { Outcome } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import { type Person, spoken } from './first-hour-people.ts';

const { t } = spoken;

/** The region that shows whose move it is, with the button that makes it. */
export function moveBar({ page }: Person): Locator {
  return page.getByRole('region', { name: t('plain.move') });
}

/** Opens the list of open requests and waits for its event stream. */
export async function openInbox({ page }: Person, url: string): Promise<void> {
  const streaming = page.waitForResponse((response) => response.url().endsWith('/api/events'));
  await page.goto(`${url}/?view=open`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await streaming;
}

/** The link of a row by its full number, which is only in the title, because the row shows the last part. */
export function inList({ page }: Person, reference: string): Locator {
  return page.getByRole('table').getByRole('link').and(page.getByTitle(reference));
}

/** Opens the request by a click in the visible list. */
export async function openFromList(person: Person, reference: string): Promise<void> {
  await inList(person, reference).click();
  await expect(person.page).toHaveURL(new RegExp(`/requests/${reference}`));
  await expect(person.page).toHaveTitle(new RegExp(reference));
}

export async function take(person: Person): Promise<void> {
  await moveBar(person)
    .getByRole('button', { name: t('action.request.take'), exact: true })
    .click();
  await expect(moveBar(person)).not.toContainText(t('action.request.take'));
}

/** Writes a letter and sends it. */
export async function answer({ page }: Person, text: string): Promise<void> {
  await page.getByRole('button', { name: t('request.write_answer') }).click();
  await page.getByLabel(t('request.answer_text')).fill(text);
  await page.getByRole('button', { name: new RegExp(`^${t('request.send')}`) }).click();
  await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible();
}

/** Loads the changes made elsewhere, which the page shows only on request. */
export async function showNews({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: t('request.news') }).click();
}

/** Converts the request to another type; returns the receipt of the handover. */
export async function convert({ page }: Person, type: RequestType): Promise<Locator> {
  await page.getByRole('button', { name: t('request.more') }).click();
  await page.getByRole('menuitem', { name: t('button.request.convert') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('request.convert_to')).selectOption(type);
  await dialog.getByRole('button', { name: t('request.convert_confirm') }).click();
  const receipt = page.getByRole('dialog', { name: t('request.handed_over') });
  await expect(receipt).toBeVisible();
  return receipt;
}

export async function propose(person: Person, outcome: Outcome, evidence: string): Promise<void> {
  const dialog = await dialogOf(person, t('button.decision.propose'));
  await dialog.locator(`input[type=radio][value=${outcome}]`).check();
  await dialog.getByLabel(t('request.evidence')).fill(evidence);
  await dialog.getByRole('button', { name: t('request.propose_confirm') }).click();
  await expect(dialog).toBeHidden();
}

/** Approves the decision by typing the request's number; only the full number is accepted. */
export async function approve(person: Person, reference: string): Promise<void> {
  const dialog = await dialogOf(person, t('button.decision.approve'));
  const confirm = dialog.getByRole('button', { name: t('action.decision.approve') });
  const number = dialog.getByLabel(t('confirm.type_to_confirm', { word: reference }));
  await number.pressSequentially(reference.slice(0, -1));
  await expect(confirm).toBeDisabled();
  await number.press(reference.slice(-1));
  await confirm.click();
  await expect(dialog).toBeHidden();
}

export async function closeOn(person: Person, outcome: Outcome, evidence: string): Promise<void> {
  const dialog = await dialogOf(person, t('request.button.carry_out'));
  await dialog.getByRole('radio', { name: t(`outcome.${outcome}`), exact: true }).check();
  await dialog.getByLabel(t('request.close_evidence')).fill(evidence);
  await dialog.getByRole('button', { name: t('request.close_confirm') }).click();
  await expect(dialog).toBeHidden();
}

async function dialogOf(person: Person, button: string): Promise<Locator> {
  await moveBar(person).getByRole('button', { name: button }).click();
  const dialog = person.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}
