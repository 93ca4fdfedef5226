/** The first hour of a new installation: PostgreSQL, nginx with TLS, mail, five people, three requests. */
import { type Browser, expect, test } from '@playwright/test';
import { canariesIn, readLog } from './first-hour-log.ts';
import { acceptLink, newcomer, type Person, spoken } from './first-hour-people.ts';
import {
  confirmCalendar,
  finishFirstSteps,
  invite,
  makeSecret,
  organise,
  setMail,
} from './first-hour-setup.ts';
import { openStage, type Stage } from './first-hour-stage.ts';
import * as work from './first-hour-work.ts';
import config from './playwright.config.ts';

const { t } = spoken;
const { launchOptions = {} } = config.use ?? {};
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP desk.localhost 127.0.0.1'],
  },
});

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(async () => {
  await stage?.stop();
});

const STAFF = {
  officer: { name: 'Айгерім Серікқызы', email: 'aigerim@desk.example', role: 'privacy_officer' },
  second: { name: 'Данияр Маратұлы', email: 'daniyar@desk.example', role: 'privacy_officer' },
  support: { name: 'Мария Петровна', email: 'maria@desk.example', role: 'support' },
  auditor: { name: 'Ерлан Болатұлы', email: 'yerlan@desk.example', role: 'auditor' },
} as const;
type Colleague = keyof typeof STAFF;

const STRIP = t('inbox.live', { parts: t('inbox.live.new', { n: '1' }) });

/** Texts that the auditor must never see. */
const QUESTION = {
  message: 'Сәрсенбідегі аударым қашан түседі?',
  firstName: 'Бекзат',
  surname: 'Айдарбаев',
  email: 'bekzat.aidarbaev@mail.example',
  language: 'kk',
};
const WISH = {
  message: 'Менде бұдан былай есепшот жоқ, мен туралы мәліметтің бәрін өшіріңіз.',
  firstName: 'Жанар',
  surname: 'Құсайынова',
  email: 'zhanar.kusainova@mail.example',
  language: 'kk',
};
const ANSWER = 'Аударым бүгін кешке дейін түседі.';
const EVIDENCE = 'Тұлғасы есепшот бойынша расталды, дерек екі жүйеде табылды.';
const LETTER = 'Мәліметтеріңіз екі жүйеден өшірілді.';
const CARRIED_OUT = 'Екі жүйеде де өшірілгені тексерілді.';

test('from the first link to a closed deletion that the auditor finds in the log', async ({ browser }) => {
  test.setTimeout(180_000);
  const admin = await newcomer(browser, { name: 'Әлихан Дәулетұлы', email: 'alihan@desk.example' });
  await test.step('the first link', async () => {
    await acceptLink(admin, stage.firstLink);
    await expect(admin.page).toHaveURL(/\/first-steps$/);
    const [cookie] = await admin.context.cookies();
    expect(cookie).toMatchObject({ name: '__Host-sid', secure: true, httpOnly: true, sameSite: 'Strict' });
  });
  await test.step('the organisation and its mail', async () => {
    await organise(admin);
    await setMail(admin, stage.mail.port);
    await confirmCalendar(admin);
  });
  const { officer, second, support, auditor } = await test.step('colleagues', () =>
    everybody(browser, admin));
  const { secret, example } = await test.step('a secret for the site', () =>
    makeSecret(admin, 'nomapay.example'));
  await test.step('a test request ticks the first steps', async () => {
    expect(JSON.parse(stage.paste(example))).toMatchObject({ reference: expect.stringMatching(/^NP-/) });
    await finishFirstSteps(admin);
  });

  await test.step('a question, announced and answered by mail', async () => {
    const { page } = support;
    await work.openInbox(support, stage.url);
    const { reference } = stage.post(secret, QUESTION);
    // An empty list shows a new request without a reload.
    await expect(work.inList(support, reference)).toBeVisible();
    await work.openFromList(support, reference);
    await work.take(support);
    await work.answer(support, ANSWER);
    const letter = page.getByRole('article').filter({ hasText: ANSWER });
    await expect(async () => {
      if (await page.getByRole('button', { name: t('request.news') }).isVisible())
        await work.showNews(support);
      await expect(letter).toContainText(t('letter_state.sent'), { timeout: 500 });
    }).toPass({ timeout: 20_000 });
    // Staff were told of the new mail server before.
    const received = stage.mail.letters.filter(({ to }) => to.join() === QUESTION.email);
    expect(received.map(({ mail }) => mail.text)).toEqual([expect.stringContaining(ANSWER)]);
  });

  const reference = await test.step('a wish to be forgotten, handed over to the officers', async () => {
    const { page } = support;
    await work.openInbox(support, stage.url);
    const made = stage.post(secret, WISH);
    // Visible rows do not move; the strip announces the new request.
    await page.getByRole('button', { name: STRIP }).click();
    await work.openFromList(support, made.reference);
    await expect(page.getByText(WISH.message)).toBeVisible();
    const receipt = await work.convert(support, 'deletion');
    await expect(receipt).toContainText(made.reference);
    await receipt.getByRole('button', { name: t('common.close') }).click();
    await expect(page.getByText(WISH.message)).toHaveCount(0);
    return made.reference;
  });

  await test.step('two officers decide', async () => {
    await work.openInbox(officer, stage.url);
    await work.openFromList(officer, reference);
    await work.take(officer);
    await work.propose(officer, 'fulfilled', EVIDENCE);
    const own = work.moveBar(officer).getByRole('button', { name: t('button.decision.approve') });
    await expect(own).toHaveAttribute('aria-disabled', 'true');
    await expect(own).toContainText(t('why.not_proposer'));
    await second.page.goto(`${stage.url}/?view=approvals`);
    await work.openFromList(second, reference);
    await expect(second.page.getByText(EVIDENCE).first()).toBeVisible();
    await work.approve(second, reference);
  });

  await test.step('answered and closed with evidence', async () => {
    await work.showNews(officer);
    await work.answer(officer, LETTER);
    await work.closeOn(officer, 'fulfilled', CARRIED_OUT);
    await expect(work.moveBar(officer)).toContainText(
      t('request.closed_as', { outcome: t('outcome.fulfilled') }),
    );
    await expect.poll(() => stage.mail.letters.map(({ to }) => to.join())).toContain(WISH.email);
  });

  await test.step('the auditor finds everything and nobody', async () => {
    const seen = await readLog(auditor, { url: stage.url, reference });
    expect(seen.deeds).toEqual(
      expect.arrayContaining([
        ['intake.received', 'nomapay.example'],
        ['request.converted', support.name],
        ['decision.proposed', officer.name],
        ['decision.approved', second.name],
        ['request.answered', officer.name],
        ['request.closed', officer.name],
      ]),
    );
    const texts = [ANSWER, EVIDENCE, LETTER, CARRIED_OUT];
    const personal = [QUESTION, WISH].flatMap(({ language: _, ...fields }) => Object.values(fields));
    expect(canariesIn(seen.received, [...personal, ...texts])).toEqual([]);
  });

  for (const { name, errors } of [admin, officer, second, support, auditor]) expect(errors, name).toEqual([]);
});

test('nothing of the demonstration is served, and every answer carries its headers', async () => {
  expect(stage.ask('/api/session/persona', '-X', 'POST', '-d', '{"role":"administrator"}')).toMatch(
    /^HTTP\/2 404/,
  );
  const always = [
    /^strict-transport-security: max-age=31536000/m,
    /^x-content-type-options: nosniff/m,
    /^referrer-policy: no-referrer/m,
    /^cross-origin-opener-policy: same-origin/m,
    /^cross-origin-resource-policy: same-origin/m,
  ];
  const page = stage.ask('/sign-in', '-H', 'accept: text/html');
  const api = stage.ask('/api/session');
  for (const header of always) {
    expect(page).toMatch(header);
    expect(api).toMatch(header);
  }
  expect(api).toMatch(/^cache-control: no-store/m);
  expect(page).toMatch(/^content-security-policy: default-src 'none'; script-src 'self';/m);
  expect(page).not.toMatch(/unsafe-inline|unsafe-eval|__CSP_NONCE__/);
  expect(page).toMatch(/require-trusted-types-for 'script'/);
  expect(api).not.toMatch(/^access-control-/m);
});

async function everybody(browser: Browser, admin: Person): Promise<Record<Colleague, Person>> {
  const found: [string, Person][] = [];
  for (const [key, colleague] of Object.entries(STAFF)) {
    const link = await invite(admin, colleague);
    const person = await newcomer(browser, colleague);
    await acceptLink(person, link);
    found.push([key, person]);
  }
  return Object.fromEntries(found) as Record<Colleague, Person>;
}
