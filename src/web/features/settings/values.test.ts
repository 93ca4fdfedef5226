import type { FieldValues } from 'react-hook-form';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import type { Settings } from '#contract/settings.ts';
import { Organisation, parts } from '#contract/settings-parts.ts';
import { translator } from '#i18n/translator.ts';
import { contractResolver } from '#web/lib/form-resolver.ts';
import { mailValues, SmtpSchema, smtpOf, usualPort } from './mail-values.ts';
import { organisationOf, organisationValues } from './organisation-values.ts';
import { SECTIONS, sectionOf, sections } from './sections.tsx';
import { inOrder, intakeWords } from './source-words.ts';

const SMTP = {
  host: 'mail.example.kz',
  port: 587,
  security: 'starttls',
  user: 'desk',
  from: 'desk@example.kz',
  fromName: 'Үлгі',
  passwordSet: true,
} satisfies Settings['smtp'];

test('settings open at the organisation, and an unknown section is refused', () => {
  expect([sectionOf(undefined), sectionOf('mail'), sectionOf('teapot')]).toEqual([
    'organisation',
    'mail',
    null,
  ]);
});

test('every part of the settings has a section that changes it', () => {
  expect(sections.flatMap((name) => SECTIONS[name].part ?? []).toSorted()).toEqual(parts.toSorted());
});

test('an untouched organisation is sent unchanged', () => {
  const organisation = { ...organisationOf(organisationValues({ organisation: null })), nameKk: 'Үлгі' };
  expect(organisationOf(organisationValues({ organisation }))).toEqual(organisation);
});

/** The error text of each field, as the form shows it. */
async function faultsOf<Values extends FieldValues>(
  schema: z.ZodType,
  bodyOf: (values: Values) => unknown,
  values: Values,
) {
  const resolve = contractResolver(schema, bodyOf, translator('en'));
  const { errors } = await resolve(values, undefined, { fields: {}, shouldUseNativeValidation: false });
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.message]));
}

test('a business number may contain spaces, and must have all digits', async () => {
  const values = organisationValues({ organisation: null });
  expect(organisationOf({ ...values, bin: '0000 0000 0000' }).bin).toBe('000000000000');
  expect(await faultsOf(Organisation, organisationOf, { ...values, bin: '12' })).toEqual({
    nameKk: 'Fill this in.',
    nameRu: 'Fill this in.',
    nameEn: 'Fill this in.',
    bin: 'Not in the right format.',
    policyVersion: 'Fill this in.',
  });
});

test('an untouched password is not sent, so that the stored one is kept', () => {
  expect(smtpOf(mailValues({ smtp: SMTP }))).not.toHaveProperty('password');
});

test('a mail server without a password deletes the stored one', () => {
  expect(smtpOf({ ...mailValues({ smtp: SMTP }), noPassword: true, password: 'x' }).password).toBe('');
});

test.each(['', 'smtp', '70000', '-1'])('the port "%s" is refused at its field', async (port) => {
  expect(await faultsOf(SmtpSchema, smtpOf, { ...mailValues({ smtp: SMTP }), port })).toEqual({
    port: 'Not in the right format.',
  });
});

test('an e-mail address and a length are validated as on the server', async () => {
  const values = { ...mailValues({ smtp: SMTP }), from: 'desk', fromName: 'x'.repeat(101), user: 'a\u0000' };
  expect(await faultsOf(SmtpSchema, smtpOf, values)).toEqual({
    from: 'Give an e-mail address. For example: name@mail.kz',
    fromName: 'At most 100 characters.',
  });
});

test('a default port follows the security, a custom one is kept', () => {
  expect([usualPort('587', 'tls'), usualPort('2525', 'tls')]).toEqual(['465', '2525']);
});

test('valid secrets come before revoked ones, the newest first', () => {
  const secret = (id: string, createdAt: string, revokedAt: string | null) => ({
    id,
    createdAt,
    createdBy: null,
    lastUsedAt: null,
    revokedAt,
    hint: 'ab1=',
  });
  const secrets = [
    secret('old', '2026-11-01T00:00:00Z', null),
    secret('dead', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'),
    secret('new', '2026-11-10T00:00:00Z', null),
  ];
  expect(inOrder(secrets).map(({ id }) => id)).toEqual(['new', 'old', 'dead']);
  const source = { id: 's', name: 'site', site: null, received: 0, secrets };
  expect(intakeWords([source], translator('en'))).toBe('Sites: 1. Working secrets: 2.');
});
