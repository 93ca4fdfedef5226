/**
 * The frame of a section with a form: fields, errors, save button, conflict notice, and the guard against leaving
 * unsaved.
 */
import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Settings } from '#contract/settings.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { LeaveGuard } from '#web/ui/overlay/LeaveGuard.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { changedMeanwhile, mineOverTheirs } from './conflict.ts';
import styles from './Settings.module.css';
import { type PartBody, type SavedPart, useSettings } from './useSettings.ts';

type SectionFormProps<Values extends Record<string, string | boolean>> = {
  form: UseFormReturn<Values>;
  part: SavedPart;
  valuesOf: (settings: Settings) => Values;
  bodyOf: (values: Values) => PartBody;
  labelOf: (field: keyof Values & string) => string;
  /** Beside the save button. */
  more?: ReactNode;
  children: ReactNode;
};

export function SectionForm<Values extends Record<string, string | boolean>>(
  props: SectionFormProps<Values>,
) {
  const { form, part, valuesOf, bodyOf, labelOf, more, children } = props;
  const { t, label } = useT();
  const { textOf } = useProblemText();
  const settings = useSettings();
  const may = useCan('settings.change');
  const { isDirty, dirtyFields } = form.formState;
  useUnsaved(isDirty);
  const touched = Object.keys(dirtyFields);
  const theirs = part.conflict && valuesOf(part.conflict);
  return (
    <form
      className={styles.form}
      onSubmit={form.handleSubmit((values) => part.save(bodyOf(values)))}
      noValidate
    >
      <LeaveGuard when={isDirty && !part.busy} />
      {!may.ok && <p className={styles.note}>{t('settings.read_only')}</p>}
      <div className={styles.fields}>{children}</div>
      {part.error !== null && part.error !== undefined && (
        <p role="alert" className={styles.fault}>
          {textOf(part.error)}
        </p>
      )}
      {theirs ? (
        <ConflictNotice
          changed={changedMeanwhile(valuesOf(settings), theirs).map((field) => ({
            label: labelOf(field),
            value: String(theirs[field]),
          }))}
          busy={part.busy}
          onMine={() => part.insist(bodyOf(mineOverTheirs(theirs, form.getValues(), touched)))}
          onTheirs={() => {
            part.giveWay();
            form.reset(theirs);
          }}
        />
      ) : (
        <div className={styles.buttons}>
          <WhyButton
            type="submit"
            variant="contained"
            busy={part.busy}
            why={may.ok ? (isDirty ? null : t('settings.nothing_changed')) : label(`why.${may.why}`)}
          >
            {t('common.save')}
          </WhyButton>
          {more}
        </div>
      )}
    </form>
  );
}
