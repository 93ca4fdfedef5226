/** Converts a parsed e-mail file to values of the form: sender, subject, text, time of arrival. */
import type { Email } from 'postal-mime';
import { personName } from '#domain/privacy/person-name.ts';
import { formatter } from '#i18n/format.ts';
import { textOfHtml } from './html-text.ts';
import { type RegisterValues, whenOf } from './register-values.ts';

export type FromMail = {
  values: Pick<RegisterValues, 'channel' | 'subjectLine' | 'message'> & {
    applicant: RegisterValues['applicant'];
  } & Partial<Pick<RegisterValues, 'day' | 'time'>>;
  attachments: number;
};

export function valuesOfMail(mail: Email): FromMail {
  const from = mail.from?.address === undefined ? mail.from?.group?.[0] : mail.from;
  const at = arrivalOf(mail);
  return {
    values: {
      channel: 'email',
      ...(at ? whenOf(at, formatter('en')) : {}),
      applicant: { ...personName(from?.name ?? ''), email: from?.address ?? '', phone: '' },
      subjectLine: (mail.subject ?? '').replaceAll(/\s+/g, ' ').trim(),
      message: textOf(mail),
    },
    attachments: mail.attachments.filter(({ related }) => !related).length,
  };
}

/**
 * The time of arrival: from the topmost Received header, which the receiving server writes (RFC 5321 §4.4); without
 * one, from the Date header, which the sender's clock sets.
 */
function arrivalOf({ headers, date }: Pick<Email, 'headers' | 'date'>): Temporal.Instant | null {
  const received = headers.find(({ key }) => key === 'received')?.value;
  const stamp = received?.slice(received.lastIndexOf(';') + 1);
  return instantIn(stamp) ?? instantIn(date);
}

/** RFC 5322 needs half of it. */
const STAMP_MAX = 80;

function instantIn(stamp: string | undefined): Temporal.Instant | null {
  // The zone's name in brackets stands at the end, after all that counts.
  const at = Date.parse((stamp ?? '').slice(0, STAMP_MAX).split('(')[0]?.trim() ?? '');
  return Number.isNaN(at) ? null : Temporal.Instant.fromEpochMilliseconds(at);
}

function textOf({ text, html }: Pick<Email, 'text' | 'html'>): string {
  const plain = text?.trim() ? text : textOfHtml(html ?? '');
  return plain
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
