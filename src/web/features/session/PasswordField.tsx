/**
 * A password field that shows the keyboard's script and Caps Lock, which dots hide, and can show the password itself.
 */
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Field } from '#web/ui/fields/Field.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { type Layout, layoutOf } from './keyboard-layout.ts';
import styles from './PasswordField.module.css';

type PasswordFieldProps = {
  label: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  error?: string | undefined;
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
  onChange?: (password: string) => void;
};

export function PasswordField({ label, error, hint, onChange, ...input }: PasswordFieldProps) {
  const { t } = useT();
  const [seen, setSeen] = useState(false);
  const [layout, setLayout] = useState<Layout | null>(null);
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent) => {
    setCaps(event.getModifierState('CapsLock'));
    const typed = layoutOf(event.key);
    if (typed && !event.ctrlKey && !event.metaKey) setLayout(typed);
  };
  return (
    <div>
      <Field label={label} {...{ error, hint }}>
        {(control) => (
          <div className={styles.box}>
            <input
              {...control}
              {...input}
              type={seen ? 'text' : 'password'}
              spellCheck={false}
              autoCapitalize="none"
              className={styles.input}
              onKeyDown={look}
              onKeyUp={look}
              onChange={(event) => onChange?.(event.target.value)}
            />
            {layout && (
              <abbr className={styles.layout} title={t(`session.layout_${layout}_hint`)}>
                {t(`session.layout_${layout}`)}
              </abbr>
            )}
            <button
              type="button"
              className={styles.eye}
              aria-pressed={seen}
              aria-label={t(seen ? 'session.hide_password' : 'session.show_password')}
              title={t(seen ? 'session.hide_password' : 'session.show_password')}
              onClick={() => setSeen(!seen)}
            >
              <Icon name="eye" />
            </button>
          </div>
        )}
      </Field>
      <div role="status" className={styles.notes}>
        {caps && <p className={styles.caps}>{t('session.caps_lock')}</p>}
        {layout === 'cyrillic' && <p>{t('session.layout_cyrillic_hint')}</p>}
      </div>
    </div>
  );
}
