/** Light, dark, or as the device has it; takes effect at once. */
import { useChangePreference } from '../lib/useChangePreference.ts';
import { usePreferences } from '../lib/usePreferences.ts';
import { useT } from '../lib/useT.ts';
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
