/** The organisation as its form has it: every field a text. */
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

/** What is sent: a number that was not given is none, blanks around an address are nobody's intention. */
export function organisationOf(values: OrganisationValues): Organisation {
  const bin = values.bin.replaceAll(/\s/g, '');
  return { ...values, bin: bin === '' ? null : bin, representativeEmail: values.representativeEmail.trim() };
}
