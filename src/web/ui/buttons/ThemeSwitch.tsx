/** The choice of theme: light, dark or the device's own; applies at once. */
import { useChangePreference } from '#web/lib/useChangePreference.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { Segmented } from './Segmented.tsx';

const THEMES = ['light', 'dark', 'system'] as const;

export function ThemeSwitch() {
  const { t } = useT();
  const change = useChangePreference();
  const { theme } = usePreferences().preferences;
  return (
    <Segmented
      label={t('theme.label')}
      options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      value={theme}
      onChange={(next) => change({ theme: next })}
    />
  );
}
