import { expect, test } from 'vitest';
import { decisionOutcomes } from '#domain/request/status.ts';
import { LOCALES } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { proposalChoice } from './proposal-words.ts';

test.each(LOCALES)('no proposal reads as done (%s)', (locale) => {
  const words = translator(locale);
  const asDone = decisionOutcomes.filter(
    (outcome) => proposalChoice(outcome, words) === words.t(`outcome.${outcome}`),
  );
  expect(asDone).toEqual([]);
});
