/** The text of a notice, in the language of who gets it. It names colleagues, hosts and times, and nobody else. */
import { STAFF_NOTICES, type StaffNotice } from '#domain/access/staff-notices.ts';
import { formatter } from '#i18n/format.ts';
import type { Locale } from '#i18n/locale.ts';
import type { Translator } from '#i18n/translate.ts';
import { translator } from '#i18n/translator.ts';
import type { Letter, Tx } from '#server/deps.ts';
import type { NoticeLine } from '#server/notices/queue-notices.ts';

type Waiting = { person_id: string; notice: string; lines: readonly string[]; events: number };

/** Null when the person is no longer active, or the notice is one that this release does not know. */
export async function composeNotice(
  tx: Tx,
  { person_id, notice, lines, events }: Waiting,
  mailId: string,
): Promise<Letter | null> {
  if (!isKnown(notice)) return null;
  const told = lines.map((line) => JSON.parse(line) as NoticeLine);
  const ids = [person_id, ...told.flatMap(({ actor, about }) => [actor, about].filter((id) => id !== null))];
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'email', 'language', 'disabled_at'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const reader = people.find(({ id }) => id === person_id);
  if (!reader || reader.disabled_at !== null) return null;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const said = told.map((line) => sentence(reader.language, notice, line, names));
  const { t } = translator(reader.language);
  const more = events - said.length;
  return {
    to: reader.email,
    subject: t('notice.subject'),
    text: [
      t('notice.greeting'),
      '',
      ...said,
      ...(more > 0 ? [t('notice.more', { n: more })] : []),
      '',
      t('notice.unexpected'),
    ].join('\n'),
    mailId,
    inReplyTo: null,
  };
}

function isKnown(notice: string): notice is StaffNotice {
  return notice in STAFF_NOTICES;
}

type Values = { moment: string; who: string; person: string; data: NoticeLine['data'] };

/** What each notice tells of one event. */
const LINES = {
  'staff.reinvited': ({ t }, { data: _, ...values }) => t('notice.line.recovery_made', values),
  'staff.recovery_decided': ({ t }, { data, ...values }) =>
    t(data.confirmed === true ? 'notice.line.recovery_confirmed' : 'notice.line.recovery_refused', values),
  'session.admin_link_made': ({ t }, { moment, person }) => t('notice.line.admin_link', { moment, person }),
  'settings.mail_server_changed': ({ t }, { moment, who, data }) =>
    t('notice.line.mail_server', {
      moment,
      who,
      from: String(data.from ?? t('common.none')),
      to: String(data.to ?? t('common.none')),
    }),
} as const satisfies Record<StaffNotice, (translator: Translator, values: Values) => string>;

function sentence(
  locale: Locale,
  notice: StaffNotice,
  { at, actor, about, data }: NoticeLine,
  names: ReadonlyMap<string, string>,
): string {
  const words = translator(locale);
  return LINES[notice](words, {
    moment: formatter(locale).dateTime(at),
    who: nameIn(names, actor) ?? words.t('notice.server'),
    person: nameIn(names, about) ?? words.t('common.none'),
    data,
  });
}

function nameIn(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
