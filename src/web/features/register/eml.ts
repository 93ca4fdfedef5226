/** Converts a parsed e-mail file to values of the form: sender, subject, text, time of arrival. */
import type { Email } from 'postal-mime';
import { personName } from '#domain/privacy/person-name.ts';
import { formatter } from '#i18n/format.ts';
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

function instantIn(stamp: string | undefined): Temporal.Instant | null {
  const at = Date.parse((stamp ?? '').replaceAll(/\([^)]*\)/g, '').trim());
  return Number.isNaN(at) ? null : Temporal.Instant.fromEpochMilliseconds(at);
}

function textOf({ text, html }: Pick<Email, 'text' | 'html'>): string {
  const plain = text?.trim() ? text : withoutTags(html ?? '');
  return plain
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * The text of a letter without a plain part. Regular expressions suffice, because the result is used as text, not HTML.
 */
function withoutTags(html: string): string {
  return html
    .replaceAll(/<(?:style|script|head)[\s\S]*?<\/(?:style|script|head)>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|tr|li|h[1-6])>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
};
