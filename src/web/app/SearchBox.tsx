/** Opens a request by its number, or looks up an exact e-mail address, phone or IIN; the key `/` focuses it. */
import { type FormEvent, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { meantBy } from '#web/lib/search-words.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useToday } from '#web/lib/useNow.ts';
import { handOverSearch } from '#web/lib/useSearchHandover.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { paths } from './paths.ts';
import styles from './SearchBox.module.css';

export function SearchBox() {
  const { t } = useT();
  const navigate = useNavigate();
  const year = Number(useToday().slice(0, 4));
  const hint = useId();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<'search.not_understood' | 'search.number_only' | null>(null);
  const mayOpen = useCan('request.open').ok;
  const maySearch = useCan('request.search').ok;
  useHotkeys(
    [{ keys: 'Slash', label: 'keys.search', group: 'anywhere', run: () => field.current?.select() }],
    mayOpen,
  );
  if (!mayOpen) return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = field.current?.value ?? '';
    if (typed.trim() === '') return;
    const meant = meantBy(typed, year);
    if (meant === null || (!maySearch && 'kind' in meant)) {
      setFault(maySearch ? 'search.not_understood' : 'search.number_only');
      return;
    }
    if ('reference' in meant) navigate(paths.request(meant.reference));
    else {
      // A personal value goes through memory, not the URL: see useSearchHandover.
      handOverSearch(typed);
      navigate(paths.search());
    }
    if (field.current) field.current.value = '';
  };

  return (
    <search>
      <form onSubmit={submit} className={styles.form}>
        <input
          ref={field}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          className={styles.field}
          aria-label={t(maySearch ? 'search.label' : 'search.label_number')}
          placeholder={t(maySearch ? 'search.placeholder' : 'search.placeholder_number')}
          aria-invalid={fault !== null}
          aria-describedby={fault ? hint : undefined}
          onChange={() => setFault(null)}
          onKeyDown={(event) => {
            // Leaves the field, so that single keys are hotkeys again.
            if (event.code === 'Escape') field.current?.blur();
          }}
        />
        <span className={styles.key}>
          <Kbd keys="Slash" />
        </span>
      </form>
      {fault && (
        <p id={hint} role="alert" className={styles.fault}>
          {t(fault)}
        </p>
      )}
    </search>
  );
}
