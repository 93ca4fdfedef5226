/** "Who has seen it?": given a request's number, filters the log to its openings and reveals in the chosen time. */
import { type FormEvent, useId, useRef, useState } from 'react';
import { meantBy } from '#web/lib/search-words.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { actionChoices } from './action-choice.ts';
import { clearing } from './audit-query.ts';
import styles from './SeenBox.module.css';
import { useAuditQuery } from './useAudit.ts';

export function SeenBox() {
  const { t } = useT();
  const { filter } = useAuditQuery();
  const year = Number(useToday().slice(0, 4));
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [wrong, setWrong] = useState(false);
  // An administrator's part of the log contains no readings of requests, so the box would find nothing.
  const readable = actionChoices(useMe()).reads.includes('seen');
  useHotkeys(
    [{ keys: 'KeyW', label: 'audit.seen.ask', group: 'list', run: () => field.current?.select() }],
    readable,
  );
  if (!readable) return null;

  const ask = (event: FormEvent) => {
    event.preventDefault();
    const typed = field.current?.value ?? '';
    if (typed.trim() === '') return;
    const meant = meantBy(typed, year);
    if (meant === null || !('reference' in meant)) return setWrong(true);
    filter({
      ...clearing('action', 'who', 'outcome', 'purpose'),
      on: null,
      read: 'seen',
      object: meant.reference,
    });
    if (field.current) field.current.value = '';
    // Leave the field, so that the list's shortcuts work again.
    field.current?.blur();
  };

  return (
    <form className={styles.seen} onSubmit={ask}>
      <input
        ref={field}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
        className={styles.seenField}
        aria-label={t('audit.seen.label')}
        placeholder={t('audit.seen.placeholder')}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        onChange={() => setWrong(false)}
        onKeyDown={(event) => {
          if (event.code === 'Escape') field.current?.blur();
        }}
      />
      <span className={styles.seenKey}>
        <Kbd keys="KeyW" />
      </span>
      {wrong && (
        <p id={hint} role="alert" className={styles.seenFault}>
          {t('audit.seen.wrong')}
        </p>
      )}
    </form>
  );
}
