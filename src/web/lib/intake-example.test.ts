import { expect, test } from 'vitest';
import { IntakeBody } from '#contract/intake.ts';
import { intakeExample } from './intake-example.ts';

test('the example files a request that is marked as a test', () => {
  const body = /^BODY='(.*)'$/m.exec(intakeExample('https://desk.example', null))?.[1] ?? '';
  expect(IntakeBody.parse(JSON.parse(body))).toMatchObject({ test: true });
});

test('the example calls this desk with the new secret', () => {
  const text = intakeExample('https://desk.example', 'whsec_abc=');
  expect(text).toContain("SECRET='whsec_abc='");
  expect(text).toContain("curl -sS 'https://desk.example/api/intake/requests'");
});
