/** Requests one value from the server. It uses no query or mutation, because their caches would keep the value. */
import { useState } from 'react';
import { revealField } from '#contract/requests-read.ts';
import type { Purpose } from '#domain/request/fields.ts';
import { call } from '#web/api/call.ts';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { useClock } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import { lastPurpose } from './last-purpose.ts';
import type { RevealTarget, Shown } from './useReveal.ts';

type Asked = { purpose: Purpose; purposeText?: string | undefined };

export function useRevealCall(target: RevealTarget, onShown: (shown: Shown) => void) {
  const { t } = useT();
  const { id } = useRequest();
  const clock = useClock();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);

  const ask = async ({ purpose, purposeText = '' }: Asked) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const said = purposeText.trim();
    try {
      const { value, seconds, leftToday } = await call(revealField, {
        params: { id },
        body: { ...given(target), purpose, ...(said === '' ? {} : { purposeText: said }) },
      });
      const from = clock();
      lastPurpose.remember(id, { purpose, purposeText: said }, from);
      const until = from.add({ seconds });
      onShown({
        value,
        seconds,
        leftToday,
        purpose,
        purposeText: said === '' ? undefined : said,
        from: from.toString(),
        until: until.toString(),
      });
      announce(t('guarded.shown_for', { field: t(`field.${target.field}`), n: seconds }));
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return { ask, busy, fault };
}

/** Leaves out the undefined, which the type of the body does not allow. */
export function given({ field, messageId, formerId }: RevealTarget) {
  return {
    field,
    ...(messageId === undefined ? {} : { messageId }),
    ...(formerId === undefined ? {} : { formerId }),
  };
}
