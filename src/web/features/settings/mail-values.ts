/** Values of the mail server's form, and the body to send. */
import type { z } from 'zod';
import { changeSettings, type Settings } from '#contract/settings.ts';

export type MailValues = {
  host: string;
  port: string;
  security: Smtp['security'];
  user: string;
  /** Empty: the stored password is kept. */
  password: string;
  /** The mail server needs none; a stored password is deleted. */
  noPassword: boolean;
  from: string;
  fromName: string;
};
type Smtp = NonNullable<Settings['smtp']>;
export type SmtpBody = NonNullable<z.input<typeof changeSettings.body>['smtp']>;

export const SmtpSchema = changeSettings.body.shape.smtp.unwrap().unwrap();

const USUAL_PORT = { starttls: '587', tls: '465', none: '25' } as const satisfies Record<
  Smtp['security'],
  string
>;
export const SECURITY = ['starttls', 'tls', 'none'] as const;

export function mailValues({ smtp }: Pick<Settings, 'smtp'>): MailValues {
  const kept = smtp ?? {
    host: '',
    port: 587,
    security: 'starttls' as const,
    user: '',
    from: '',
    fromName: '',
  };
  return {
    host: kept.host,
    port: String(kept.port),
    security: kept.security,
    user: kept.user,
    password: '',
    noPassword: smtp !== null && !smtp.passwordSet,
    from: kept.from,
    fromName: kept.fromName,
  };
}

export function smtpOf({ port, password, noPassword, host, from, ...rest }: MailValues): SmtpBody {
  const { security, user, fromName } = rest;
  return {
    host: host.trim(),
    // NaN fails the schema's check, so that an invalid text is reported at its field.
    port: /^\d+$/.test(port.trim()) ? Number(port) : Number.NaN,
    security,
    user,
    from: from.trim(),
    fromName,
    ...(noPassword ? { password: '' } : password === '' ? {} : { password }),
  };
}

/** The port after a change of security: a default port changes to the new default, a custom one is kept. */
export function usualPort(port: string, security: Smtp['security']): string {
  const usual: readonly string[] = Object.values(USUAL_PORT);
  return port.trim() === '' || usual.includes(port.trim()) ? USUAL_PORT[security] : port;
}
