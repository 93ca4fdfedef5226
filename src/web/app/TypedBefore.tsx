/**
 * What this person had typed into forms when a session ended, with the ways to use it: back into the fields of the same
 * page, or to the clipboard. It stays until it is used or removed; signing out removes it too.
 */
import Button from '@mui/material/Button';
import { useEffect, useId, useState } from 'react';
import type { KeptTexts } from '#web/lib/kept-texts.ts';
import { putBack, type TypedField } from '#web/lib/typed-text.ts';
import { keptTextsOf } from '#web/lib/useKeptTexts.ts';
import { useMe } from '#web/lib/useMe.ts';
import { TYPED, type TypedPage } from '#web/lib/useRescue.ts';
import { useT } from '#web/lib/useT.ts';
import { CopyButton } from '#web/ui/buttons/CopyButton.tsx';
import styles from './TypedBefore.module.css';

type Kept = { name: string; fields: readonly TypedField[] };

export function TypedBefore() {
  const { id } = useMe();
  const texts = keptTextsOf(id);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  useEffect(() => {
    void readAll(texts).then(setKept);
  }, [texts]);
  const leave = ({ name }: Kept, fields: readonly TypedField[]) => {
    if (fields.length === 0) texts.drop(name);
    else void texts.write(name, JSON.stringify({ fields } satisfies TypedPage));
    setKept((all) =>
      all.flatMap((each) => (each.name !== name ? [each] : fields.length === 0 ? [] : [{ name, fields }])),
    );
  };
  return kept.map((each) => (
    <TypedCard key={each.name} fields={each.fields} onLeave={(fields) => leave(each, fields)} />
  ));
}

type TypedCardProps = { fields: readonly TypedField[]; onLeave: (fields: readonly TypedField[]) => void };

function TypedCard({ fields, onLeave }: TypedCardProps) {
  const { t } = useT();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={styles.card}>
      <h2 id={heading} className={styles.title}>
        {t('typed.title')}
      </h2>
      <dl className={styles.fields}>
        {fields.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.foot}>
        <Button variant="outlined" size="small" onClick={() => onLeave(putBack(fields))}>
          {t('typed.put_back')}
        </Button>
        <CopyButton text={fields.map(({ text }) => text).join('\n')} />
        <Button variant="text" onClick={() => onLeave([])}>
          {t('typed.remove')}
        </Button>
      </div>
      <p className={styles.hint}>{t('typed.hint')}</p>
    </section>
  );
}

async function readAll(texts: KeptTexts): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const name of texts.names(TYPED)) {
    const page = pageIn(await texts.read(name).catch(() => null));
    if (page) kept.push({ name, fields: page.fields });
  }
  return kept;
}

function pageIn(text: string | null): TypedPage | null {
  if (text === null) return null;
  const page = JSON.parse(text) as TypedPage;
  return page.fields.length > 0 ? page : null;
}
