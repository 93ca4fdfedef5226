/**
 * A message with elements in it: `<T id="…" values={{…}} tags={{ open: <Link to="…" /> }} />` for `<open>40</open>`.
 */
import { Trans } from '@lingui/react';
import type { ReactElement } from 'react';
import type { MessageId, ValuesOf } from '#i18n/catalogue.ts';
import { withNumbers } from '#i18n/translate.ts';
import { useT } from '#web/lib/useT.ts';

type TProps<Id extends MessageId> = {
  id: Id;
  tags: Readonly<Record<string, ReactElement>>;
} & (keyof ValuesOf<Id> extends never ? { values?: never } : { values: ValuesOf<Id> });

export function T<Id extends MessageId>({ id, tags, values }: TProps<Id>) {
  const { format } = useT();
  return <Trans id={id} components={{ ...tags }} values={values ? withNumbers(values, format) : {}} />;
}
