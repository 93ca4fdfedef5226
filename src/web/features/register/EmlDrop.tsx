/** Fills the form from an e-mail file (.eml), dropped or chosen. The file is parsed in the browser and not uploaded. */
import Button from '@mui/material/Button';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './EmlDrop.module.css';
import type { FromMail } from './eml.ts';

type EmlDropProps = {
  /** Fills the form; returns an undo function if the form had input, else null. */
  onMail: (mail: FromMail) => (() => void) | null;
  children: ReactNode;
};
type Said = { tone: 'plain' | 'error'; text: string; undo?: (() => void) | null };

const LARGEST_BYTES = 25 * 1024 * 1024;

export function EmlDrop({ onMail, children }: EmlDropProps) {
  const { t, format } = useT();
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  const read = async (file: File | undefined) => {
    setOver(false);
    if (!file) return;
    if (file.size > LARGEST_BYTES) return setSaid({ tone: 'error', text: t('register.eml_large') });
    try {
      const mail = await mailIn(file);
      const undo = onMail(mail);
      const parts = [
        t('register.eml_read'),
        mail.values.day === undefined && t('register.eml_no_time'),
        mail.attachments > 0 && t('register.eml_attachments', { n: format.number(mail.attachments) }),
      ];
      setSaid({ tone: 'plain', text: parts.filter((part) => part !== false).join(' '), undo });
    } catch {
      setSaid({ tone: 'error', text: t('register.eml_bad') });
    }
  };
  const drag = (event: DragEvent, into: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(into);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's twin of the button inside
    <div
      className={over ? `${styles.zone} ${styles.over}` : styles.zone}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) drag(event, false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        void read(event.dataTransfer.files[0]);
      }}
    >
      <div className={styles.strip}>
        <span className={styles.drop}>{t('register.eml_drop')} </span>
        <label className={styles.choose}>
          {t('register.eml_choose')}
          <input
            type="file"
            accept=".eml,message/rfc822"
            aria-label={t('register.eml')}
            onChange={(event) => {
              void read(event.target.files?.[0]);
              // Cleared, so that choosing the same file again triggers a change event.
              event.target.value = '';
            }}
          />
        </label>
        <div role="status" className={said?.tone === 'error' ? styles.bad : styles.good}>
          {said && (
            <>
              <Icon name={said.tone === 'error' ? 'warning' : 'tick'} size={13} />
              {said.text}
              {said.undo && (
                <Button
                  variant="text"
                  onClick={() => {
                    said.undo?.();
                    setSaid(null);
                  }}
                >
                  {t('common.undo')}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      {children}
    </div>
  );
}

/** Loads the parser on first use, because most visits need none. @throws if the file is no e-mail */
async function mailIn(file: File): Promise<FromMail> {
  const [{ default: PostalMime }, { valuesOfMail }] = await Promise.all([
    import('postal-mime'),
    import('./eml.ts'),
  ]);
  const mail = await PostalMime.parse(await file.arrayBuffer());
  if (mail.headers.length === 0) throw new Error('no headers: not a letter');
  return valuesOfMail(mail);
}
