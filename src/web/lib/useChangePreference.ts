/**
 * Changes a preference from a single control: it applies at once, and a snackbar reports when it could not be saved.
 */
import { type Preferences, usePreferences } from './usePreferences.ts';
import { useSnackbar } from './useSnackbar.ts';
import { useT } from './useT.ts';

export function useChangePreference(): (patch: Partial<Preferences>) => void {
  const { t } = useT();
  const { change } = usePreferences();
  const notify = useSnackbar();
  return (patch) => {
    change(patch).catch(() => notify({ text: t('banner.profile_not_saved'), tone: 'error' }));
  };
}
