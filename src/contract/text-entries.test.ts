/** Every field that takes free text cleans it, so that no new form refuses or stores what copying leaves behind. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultOfIssue } from './fault-of-issue.ts';
import { endpoints } from './index.ts';

/** Kept as typed: secrets are compared, hashed or sent on, and their owner must get back what was chosen. */
const isAsTyped = (at: string) => /(?:password|token|secret)$/i.test(at) || at === 'signIn.body.email';
const PASTED = '\u202aаб\u0002в\ufeff\u202c 12';

/** The free texts of a body: strings without a format or pattern. */
function textsIn(schema: z.core.$ZodType, at: string): readonly [string, z.core.$ZodType][] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, part]) => textsIn(part, `${at}.${name}`));
  if (schema instanceof z.ZodArray) return textsIn(schema.element, at);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return textsIn(schema.unwrap(), at);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((part) => textsIn(part, at));
  if (schema instanceof z.ZodPipe) return textsIn(schema.def.in, at);
  return schema instanceof z.ZodString && schema.format === null ? [[at, schema]] : [];
}

const texts = endpoints.flatMap(({ id, body }) => (body === undefined ? [] : textsIn(body, `${id}.body`)));

test('the walk finds the entries for text of the intake, the forms, the drafts and the search', () => {
  const places = texts.map(([at]) => at);
  expect(places).toEqual(
    expect.arrayContaining([
      'submitRequest.body.message',
      'submitRequest.body.extra.value',
      'registerRequest.body.applicant.phone',
      'saveDraft.body.text',
      'searchRequests.body.value',
      'changeSettings.body.organisation.nameKk',
    ]),
  );
  expect(places.filter(isAsTyped)).toContain('signIn.body.password');
});

/** Texts that must work where they are used are pasted as such, by the fault that any other text has. */
const WORKING: Readonly<Record<string, string>> = {
  not_an_email: 'asel@mail.example',
  not_a_phone: '+7 701 123 45 67',
  not_a_host: 'mail.example.kz',
  not_a_site: 'shop.example',
};

test.each(texts.filter(([at]) => !isAsTyped(at)))('%s takes a pasted text and cleans it', (_, schema) => {
  const { error, data } = z.safeParse(schema, PASTED.padEnd(14, '3'));
  const fault = error?.issues.map((issue) => faultOfIssue(issue).code).find((code) => code in WORKING);
  if (fault === undefined) {
    expect(error).toBeUndefined();
    expect(data).toMatch(/^абв 123*$/);
  } else {
    const works = WORKING[fault] ?? '';
    expect(z.parse(schema, `\u202a\ufeff${works.slice(0, 3)}\ufeff${works.slice(3)}\u202c`)).toBe(works);
  }
});
