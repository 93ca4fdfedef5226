/** Corrects the language of the request, in which the answer must be written. */
import { useState } from 'react';
import { correctLanguage } from '#contract/requests-write.ts';
import { LANGUAGES, type Language } from '#domain/privacy/language.ts';
import { useT } from '#web/lib/useT.ts';
import { RadioField } from '#web/ui/fields/RadioField.tsx';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function CorrectLanguageDialog() {
  const { t } = useT();
  const detail = useRequest();
  const [language, setLanguage] = useState<Language>(detail.language);
  const change = useDialogChange(correctLanguage);
  return (
    <ChangeFrame
      title={t('action.request.correct_language')}
      confirm={t('common.save')}
      change={change}
      onConfirm={() => change.send({ language })}
    >
      <RadioField
        label={t('plain.language')}
        options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={language}
        error={change.faults.language}
        onChange={(event) => setLanguage(event.target.value as Language)}
      />
    </ChangeFrame>
  );
}
