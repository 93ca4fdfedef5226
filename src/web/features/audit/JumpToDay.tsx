/** Popover that jumps to a day: the list then starts with the last event of that day and continues backwards. */
import Button from '@mui/material/Button';
import { type FormEvent, type RefObject, useState } from 'react';
import { dayIn } from '#web/lib/day-text.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { FormButtons, FormPopover } from '#web/ui/overlay/FormPopover.tsx';
import { clearing } from './audit-query.ts';
import { useAuditQuery } from './useAudit.ts';

type JumpToDayProps = { anchor: RefObject<HTMLElement | null>; onClose: () => void };

export function JumpToDay({ anchor, onClose }: JumpToDayProps) {
  const { t } = useT();
  const today = useToday();
  const { filter } = useAuditQuery();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);

  const go = (event: FormEvent) => {
    event.preventDefault();
    const day = dayIn(text, today);
    if (day === null || day > today) return setWrong(true);
    filter({ ...clearing('when'), to: day });
    onClose();
  };

  return (
    <FormPopover anchor={anchor} label={t('audit.jump')} narrow onSubmit={go} onClose={onClose}>
      <DayField
        optional="unsaid"
        label={t('audit.jump.day')}
        hint={t('audit.jump.hint')}
        value={text}
        latest={today}
        autoFocus
        error={wrong ? t('fault.bad_format') : undefined}
        onChange={(event) => {
          setWrong(false);
          setText(event.target.value);
        }}
        onPick={setText}
      />
      <FormButtons>
        <Button type="submit" variant="contained">
          {t('audit.jump.go')}
        </Button>
      </FormButtons>
    </FormPopover>
  );
}
