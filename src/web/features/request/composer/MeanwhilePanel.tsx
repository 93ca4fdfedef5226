/**
 * What has changed since the writing began, where one writes: the strip at the top of the page is out of sight, and a
 * second whole answer would be written while another is being sent.
 */
import { useT } from '#web/lib/useT.ts';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { ConflictPanel } from '../ConflictPanel.tsx';
import strip from '../NewsStrip.module.css';
import { useRequestNews } from '../useRequestNews.ts';
import type { Meanwhile } from './useMeanwhile.ts';

type MeanwhilePanelProps = {
  meanwhile: Meanwhile;
  /** Label of the button that sends. */
  again: string;
};

export function MeanwhilePanel({ meanwhile: { change }, again }: MeanwhilePanelProps) {
  const { t } = useT();
  const { label, show } = useRequestNews();
  return (
    <>
      {label && (
        <button type="button" className={strip.strip} onClick={() => void show()}>
          {t(label)}
        </button>
      )}
      {change && <ConflictPanel conflict={change} again={again} />}
    </>
  );
}

type SecondLetterProps = {
  letters: Meanwhile['letters'];
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before a second letter follows one that was sent while it was being written. */
export function SecondLetter({ letters, confirm, onConfirm, onClose }: SecondLetterProps) {
  const { t, format } = useT();
  return (
    <ConfirmDialog
      open
      title={t('request.second_letter')}
      confirm={confirm}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <ul>
        {letters.map(({ id, by, at }) => (
          <li key={id}>
            {t('request.second_letter_by', { who: by?.name ?? t('common.none'), when: format.dateTime(at) })}
          </li>
        ))}
      </ul>
      <p>{t('request.second_letter_hint')}</p>
    </ConfirmDialog>
  );
}
