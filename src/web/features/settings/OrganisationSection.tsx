/** The organisation: its names, used to sign letters, the responsible person, and the version of the privacy policy. */
import { useMemo } from 'react';
import { type Path, useForm } from 'react-hook-form';
import { Organisation } from '#contract/settings-parts.ts';
import { contractResolver } from '#web/lib/form-resolver.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { type OrganisationValues, organisationOf, organisationValues } from './organisation-values.ts';
import { SectionForm } from './SectionForm.tsx';
import styles from './Settings.module.css';
import { useServerFaults } from './useServerFaults.ts';
import { useSavePart, useSettings } from './useSettings.ts';

type FieldRow = {
  name: Path<OrganisationValues>;
  optional?: true;
  lang?: string;
  mode?: 'email' | 'numeric' | 'tel';
};

const NAMES: readonly FieldRow[] = [
  { name: 'nameKk', lang: 'kk' },
  { name: 'nameRu', lang: 'ru' },
  { name: 'nameEn', lang: 'en' },
  { name: 'bin', optional: true, mode: 'numeric' },
];
const PERSON: readonly FieldRow[] = [
  { name: 'representative' },
  { name: 'representativeEmail', optional: true, mode: 'email' },
  { name: 'phone', optional: true, mode: 'tel' },
  { name: 'address', optional: true },
];
const POLICY: readonly FieldRow[] = [{ name: 'policyVersion' }];
const GROUPS = { names: NAMES, person: PERSON, policy: POLICY } as const;
const groups = ['names', 'person', 'policy'] as const;

export function OrganisationSection() {
  const translator = useT();
  const { t } = translator;
  const notify = useSnackbar();
  const { faultsOf } = useProblemText();
  const settings = useSettings();
  const locked = !useCan('settings.change').ok;
  const resolver = useMemo(() => contractResolver(Organisation, organisationOf, translator), [translator]);
  const form = useForm<OrganisationValues>({ defaultValues: organisationValues(settings), resolver });
  const { errors } = form.formState;
  const part = useSavePart('organisation', (saved) => {
    form.reset(organisationValues(saved));
    notify({ text: t('common.saved') });
  });
  useServerFaults(form, faultsOf(part.error), 'organisation');
  const field = ({ name, optional, lang, mode }: FieldRow) => (
    <TextField
      key={name}
      label={t(`settings.organisation.${name}`)}
      optional={optional}
      lang={lang}
      readOnly={locked}
      inputMode={mode}
      autoComplete="off"
      error={errors[name]?.message}
      {...form.register(name)}
    />
  );
  return (
    <SectionForm
      form={form}
      part={part}
      valuesOf={organisationValues}
      bodyOf={(values) => ({ organisation: organisationOf(values) })}
      labelOf={(name) => t(`settings.organisation.${name}`)}
    >
      {groups.map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{t(`settings.group.${group}`)}</legend>
          <p className={styles.note}>{t(`settings.group.${group}_hint`)}</p>
          <div className={styles.two}>{GROUPS[group].map(field)}</div>
        </fieldset>
      ))}
    </SectionForm>
  );
}
