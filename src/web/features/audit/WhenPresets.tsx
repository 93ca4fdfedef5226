/**
 * Presets of time with a digit key each, and the button that jumps to a day. They apply to the list and the picture.
 */
import { lazy, Suspense, useRef, useState } from 'react';
import { Link } from 'react-router';
import { OPENS_FIELD } from '#web/lib/typed-ahead.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useT } from '#web/lib/useT.ts';
import { clearing } from './audit-query.ts';
import { useAuditQuery } from './useAudit.ts';
import styles from './WhenPresets.module.css';
import { PRESETS } from './when-range.ts';

const JumpToDay = lazy(async () => ({ default: (await import('./JumpToDay.tsx')).JumpToDay }));

export function WhenPresets() {
  const { t } = useT();
  const { query, filter, filterTo } = useAuditQuery();
  const opener = useRef<HTMLButtonElement>(null);
  const [jumping, setJumping] = useState(false);
  const isOn = (preset: string) => query.when === preset && query.on === undefined;
  const patchOf = (preset: string) => ({ ...clearing('when'), when: isOn(preset) ? null : preset });
  const jump = () => {
    setJumping(true);
    return OPENS_FIELD;
  };
  useHotkeys([
    ...PRESETS.map((preset, index) => ({
      keys: `Digit${index + 1}`,
      label: `audit.when.${preset}` as const,
      group: 'list' as const,
      run: () => filter(patchOf(preset)),
    })),
    { keys: 'KeyD', label: 'audit.jump', group: 'list', run: jump },
  ]);
  return (
    <nav className={styles.presets} aria-label={t('audit.filter.when')}>
      {PRESETS.map((preset) => (
        <Link
          key={preset}
          className={styles.preset}
          preventScrollReset
          to={filterTo(patchOf(preset))}
          aria-current={isOn(preset) ? 'true' : undefined}
        >
          {t(`audit.when.${preset}`)}
        </Link>
      ))}
      <button
        ref={opener}
        type="button"
        className={styles.preset}
        aria-haspopup="dialog"
        onClick={() => setJumping(true)}
      >
        {t('audit.jump')}
      </button>
      {jumping && (
        <Suspense fallback={null}>
          <JumpToDay anchor={opener} onClose={() => setJumping(false)} />
        </Suspense>
      )}
    </nav>
  );
}
