/** Words for the filters: the value on each chip, and the page title that describes the list. */
import type { MessageId } from '#i18n/catalogue.ts';
import type { Translator } from '#i18n/translate.ts';
import { type AuditQuery, type FilterName, isSet } from './audit-query.ts';

/** Look-ups of a colleague's or an object's name by id; null if it is not loaded. */
export type Names = { person: (id: string) => string | null; object: (id: string) => string | null };

/** The value on a chip; "any" if the filter is not set. */
export function filterWords(name: FilterName, query: AuditQuery, words: Translator, names: Names): string {
  const { t } = words;
  if (!isSet(query, name)) return t(`audit.any.${name}`);
  return {
    when: () => whenWords(query, words),
    action: () => actionWords(query, words),
    who: () => names.person(query.actor ?? '') ?? '…',
    object: () => names.object(query.object ?? '') ?? query.object ?? '',
    outcome: () => t(`audit.outcome.${query.outcome ?? 'success'}`),
    purpose: () => t(`purpose.${query.purpose ?? 'other'}`),
  }[name]();
}

function whenWords(query: AuditQuery, { t, format }: Translator): string {
  const { when, on } = query;
  const { from, to } = on ?? query;
  if (when && !on) return t(`audit.when.${when}`);
  if (from && from === to) return format.date(from);
  if (from && to) return t('audit.when.range', { from: format.date(from), to: format.date(to) });
  return from
    ? t('audit.when.since', { from: format.date(from) })
    : t('audit.when.until', { to: format.date(to ?? '') });
}

function actionWords({ read, group, event }: AuditQuery, { t, label }: Translator): string {
  if (event && event.length > 0) return event.map((name) => label(`event.${name}`)).join(', ');
  if (read) return t(`audit.read.${read}`);
  return group ? t(`audit.group.${group}`) : '';
}

/** "Personal fields shown: 312, last 30 days, A. Saparova". */
export function auditTitle(query: AuditQuery, total: string, words: Translator, names: Names): string {
  const details = (['when', 'who', 'object', 'purpose'] as const)
    .filter((name) => isSet(query, name))
    .map((name) => filterWords(name, query, words, names));
  return words.t('audit.title', { what: subject(query, words), count: [total, ...details].join(', ') });
}

/** The subject of the title. The outcome takes precedence, because refusals and failures span all types of event. */
function subject(query: AuditQuery, { t, label }: Translator): string {
  const { outcome, event, read, group } = query;
  if (outcome === 'denied') return t('audit.title.denied');
  if (outcome === 'failure') return t('audit.title.failure');
  if (event && event.length > 0) return event.map((name) => label(`event.${name}`)).join(', ');
  if (read) return t(`audit.title.${read}` satisfies MessageId);
  return group ? t(`audit.title.${group}` satisfies MessageId) : t('audit.title.all');
}

/** "10 000+" if the server stopped counting. */
export function totalWords(total: { count: number; capped: boolean }, { t, format }: Translator): string {
  const count = format.number(total.count);
  return total.capped ? t('audit.capped', { count }) : count;
}
