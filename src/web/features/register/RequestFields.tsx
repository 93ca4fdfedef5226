/** Type, language, subject, message and applicant of the request. */
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { LANGUAGES, languageOf } from '#domain/privacy/language.ts';
import { requestTypes } from '#domain/request/types.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import styles from './RegisterPage.module.css';
import type { RegisterValues } from './register-values.ts';

type RequestFieldsProps = { form: UseFormReturn<RegisterValues> };

const NAMES = [
  { name: 'surname', label: 'field.surname' },
  { name: 'firstName', label: 'field.first_name' },
  { name: 'patronymic', label: 'field.patronymic' },
] as const;

export function RequestFields({ form }: RequestFieldsProps) {
  const { t } = useT();
  const message = useWatch({ control: form.control, name: 'message' });
  const { errors } = form.formState;
  return (
    <>
      <section className={styles.section} aria-labelledby="register-what">
        <h2 id="register-what" className={styles.heading}>
          {t('register.what')}
        </h2>
        <div className={styles.two}>
          <SelectField
            label={t('plain.type')}
            error={errors.type?.message}
            options={requestTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
            {...form.register('type')}
          />
          <SelectField
            label={t('plain.language')}
            error={errors.language?.message}
            placeholder={t('register.language_auto', { language: t(`language.${languageOf(message)}`) })}
            options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
            {...form.register('language')}
          />
        </div>
        <p className={styles.quiet}>{t('register.type_hint')}</p>
        <TextField
          label={t('field.subject_line')}
          optional
          error={errors.subjectLine?.message}
          {...form.register('subjectLine')}
        />
        <TextArea
          label={t('field.message')}
          hint={t('register.message_hint')}
          rows={7}
          error={errors.message?.message}
          {...form.register('message')}
        />
      </section>
      <section className={styles.section} aria-labelledby="register-who">
        <h2 id="register-who" className={styles.heading}>
          {t('register.who')}
        </h2>
        <p className={styles.quiet}>{t('register.who_hint')}</p>
        <div className={styles.three}>
          {NAMES.map(({ name, label }) => (
            <TextField
              key={name}
              label={t(label)}
              optional="unsaid"
              autoComplete="off"
              error={errors.applicant?.[name]?.message}
              {...form.register(`applicant.${name}`)}
            />
          ))}
        </div>
        <div className={styles.two}>
          <TextField
            label={t('field.email')}
            optional="unsaid"
            type="email"
            autoComplete="off"
            spellCheck={false}
            error={errors.applicant?.email?.message}
            {...form.register('applicant.email')}
          />
          <TextField
            label={t('field.phone')}
            optional="unsaid"
            type="tel"
            autoComplete="off"
            error={errors.applicant?.phone?.message}
            {...form.register('applicant.phone')}
          />
        </div>
      </section>
    </>
  );
}
