/** The choice of language, each in its own name; applies at once. */
import { LOCALE_NAMES, LOCALES } from '#i18n/locale.ts';
import { useChangePreference } from '#web/lib/useChangePreference.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { Segmented } from './Segmented.tsx';

const OPTIONS = LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale], lang: locale }));

export function LanguageSwitch() {
  const { t } = useT();
  const change = useChangePreference();
  const { language } = usePreferences().preferences;
  return (
    <Segmented
      label={t('language.label')}
      options={OPTIONS}
      value={language}
      onChange={(next) => change({ language: next })}
    />
  );
}
