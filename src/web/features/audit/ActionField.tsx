/** The select of the "action" filter, limited to the events the viewer may read. */
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import fieldStyles from '#web/ui/fields/Field.module.css';
import { Field } from '#web/ui/fields/Field.tsx';
import { actionChoices, choiceOf } from './action-choice.ts';
import type { AuditQuery } from './audit-query.ts';

type ActionFieldProps = { query: AuditQuery; autoFocus: boolean };

export function ActionField({ query, autoFocus }: ActionFieldProps) {
  const { t, label } = useT();
  const { reads, groups, events } = actionChoices(useMe());
  const chosen = choiceOf(query);
  return (
    <Field label={t('audit.filter.action')} optional="unsaid">
      {(control) => (
        <select
          {...control}
          name="action"
          // biome-ignore lint/a11y/noAutofocus: the panel was opened for this very field
          autoFocus={autoFocus}
          defaultValue={chosen}
          className={fieldStyles.control}
        >
          <option value="">{t('audit.any.action')}</option>
          {/* A URL may name several events, which no single option covers. */}
          {query.event && query.event.length > 1 && (
            <option value={chosen}>{query.event.map((event) => label(`event.${event}`)).join(', ')}</option>
          )}
          {reads.length > 0 && (
            <optgroup label={t('audit.filter.readings')}>
              {reads.map((read) => (
                <option key={read} value={`read:${read}`}>
                  {t(`audit.read.${read}`)}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={t('audit.filter.groups')}>
            {groups.map((group) => (
              <option key={group} value={`group:${group}`}>
                {t(`audit.group.${group}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('audit.filter.events')}>
            {events.map((event) => (
              <option key={event} value={`event:${event}`}>
                {t(`event.${event}`)}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}
