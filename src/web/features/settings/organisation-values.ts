/** Values of the organisation's form, where each field is a string, and the body to send. */
import type { Settings } from '#contract/settings.ts';

type Organisation = NonNullable<Settings['organisation']>;
export type OrganisationValues = Record<keyof Organisation, string>;

const EMPTY: OrganisationValues = {
  nameKk: '',
  nameRu: '',
  nameEn: '',
  bin: '',
  representative: '',
  representativeEmail: '',
  address: '',
  phone: '',
  policyVersion: '',
};

export function organisationValues({ organisation }: Pick<Settings, 'organisation'>): OrganisationValues {
  return organisation ? { ...organisation, bin: organisation.bin ?? '' } : EMPTY;
}

/** The body to send: an empty BIN (business number) becomes null, and spaces around the e-mail address are dropped. */
export function organisationOf(values: OrganisationValues): Organisation {
  const bin = values.bin.replaceAll(/\s/g, '');
  return { ...values, bin: bin === '' ? null : bin, representativeEmail: values.representativeEmail.trim() };
}
