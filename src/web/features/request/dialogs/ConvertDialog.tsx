/**
 * Changes the type: the receipt date stays, the steps are recomputed, and the resulting dates are shown before saving.
 */
import { useState } from 'react';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { convertBackRequest, convertRequest } from '#contract/requests-write.ts';
import { isConversionBack } from '#domain/request/lifecycle.ts';
import { type RequestType, requestTypes, trackOf } from '#domain/request/types.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { useRequest, verdictOf } from '../useRequest.ts';
import { useRequestChange } from '../useRequestChange.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { DatesChange } from './DatesChange.tsx';
import { HandOver } from './HandOver.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogs } from './useDialogs.ts';

export function ConvertDialog() {
  const { t } = useT();
  const detail = useRequest();
  const notify = useSnackbar();
  const { close } = useDialogs();
  const [type, setType] = useState<RequestType | ''>('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [handedOver, setHandedOver] = useState<RequestDetail | null>(null);
  const done = (now: RequestDetail) => {
    // A person who may no longer work on the request gets a receipt of the hand-over instead of the page.
    if (!verdictOf(now, 'request.take').ok && trackOf(now.type) !== detail.track) return setHandedOver(now);
    close();
    notify({ text: t('done.request.convert', { type: t(`type.${now.type}`) }) });
  };
  const onward = useRequestChange(convertRequest, done);
  const back = useRequestChange(convertBackRequest, done);
  if (handedOver) return <HandOver detail={handedOver} />;

  const mayGoBack = verdictOf(detail, 'request.convert_back').ok;
  const options = requestTypes.filter(
    (each) => each !== detail.type && (mayGoBack || !isConversionBack(detail.type, each)),
  );
  const isBack = type !== '' && isConversionBack(detail.type, type);
  const change = isBack ? back : onward;
  const typeFault = change.faults.type ?? (tried && type === '' ? t('fault.required') : undefined);
  return (
    <ChangeFrame
      title={t('action.request.convert')}
      confirm={t('request.convert_confirm')}
      change={change}
      onConfirm={() => {
        setTried(true);
        if (type === '') return;
        if (isBack) back.send({ type, reason });
        else onward.send({ type });
      }}
    >
      <p>{t('request.convert_text', { type: t(`type.${detail.type}`) })}</p>
      <SelectField
        label={t('request.convert_to')}
        placeholder={t('request.convert_choose')}
        options={options.map((value) => ({ value, label: t(`type.${value}`) }))}
        value={type}
        error={typeFault}
        onChange={(event) => setType(requestTypes.find((each) => each === event.target.value) ?? '')}
      />
      {type !== '' && <DatesChange as={{ type }} />}
      {type !== '' && trackOf(type) !== detail.track && (
        <p>{t(isBack ? 'request.convert_to_support' : 'request.convert_to_officer')}</p>
      )}
      {isBack && <ReasonField value={reason} onChange={setReason} error={back.faults.reason} />}
    </ChangeFrame>
  );
}
