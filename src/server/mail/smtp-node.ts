/** Letters over SMTP. Tells apart what is worth trying again, what is refused for good, and what nobody knows. */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery, Letter, MailPort, SmtpSettings } from '#server/deps.ts';

export type SmtpLimits = {
  /** ms; for connecting, for the greeting, and for any silence after that. */
  connect: number;
  silence: number;
  /** ms; for the whole letter, so that a server dripping bytes holds nobody up. */
  whole: number;
};
const LIMITS: SmtpLimits = { connect: 20_000, silence: 60_000, whole: 180_000 };

/** A connection for each letter: there are few, and a fresh one has nothing to hide. */
export function smtpMail(limits: SmtpLimits = LIMITS): MailPort {
  return {
    send: async (letter, smtp) => {
      const bytes = await composed(letter, smtp);
      const phase = { handedOver: false };
      const connection = new SMTPConnection({
        host: smtp.host,
        port: smtp.port,
        secure: smtp.security === 'tls',
        requireTLS: smtp.security === 'starttls',
        ignoreTLS: smtp.security === 'none',
        connectionTimeout: limits.connect,
        greetingTimeout: limits.connect,
        dnsTimeout: limits.connect,
        socketTimeout: limits.silence,
      });
      const tooLong = setTimeout(() => connection.close(), limits.whole);
      try {
        await through(connection, smtp, letter, bytesOnceAsked(bytes, phase));
        return { state: 'sent' };
      } catch (error) {
        return judged(error instanceof Error ? error : new Error(String(error)), phase.handedOver);
      } finally {
        clearTimeout(tooLong);
        connection.close();
      }
    },
  };
}

function composed(letter: Letter, smtp: SmtpSettings): Promise<Buffer> {
  return new MailComposer({
    from: { name: smtp.fromName, address: smtp.from },
    // An object is taken as it is; a string would be split at commas into more recipients.
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    messageId: letter.mailId,
    ...(letter.inReplyTo ? { inReplyTo: letter.inReplyTo, references: letter.inReplyTo } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function through(
  connection: SMTPConnection,
  smtp: SmtpSettings,
  letter: Letter,
  message: Readable,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('the connection ended')));
    const send = () =>
      connection.send({ from: smtp.from, to: [letter.to] }, message, (error) =>
        error ? reject(error) : resolve(),
      );
    connection.connect((error) => {
      if (error) reject(error);
      else if (smtp.user === '') send();
      else
        connection.login({ user: smtp.user, pass: smtp.password }, (fault) =>
          fault ? reject(fault) : send(),
        );
    });
  });
}

/** The server asks for the letter with 354: from the first byte read on, it may have it. */
function bytesOnceAsked(bytes: Buffer, phase: { handedOver: boolean }): Readable {
  return Readable.from(
    (function* () {
      phase.handedOver = true;
      yield bytes;
    })(),
    { objectMode: false },
  );
}

type SmtpFault = Error & { code?: string; responseCode?: number; command?: string };

/** Permanent refusals that speak of our own account, which the administrator can mend while the letter waits. */
const OURS = [530, 534, 535, 538];

function judged(fault: SmtpFault, handedOver: boolean): Delivery {
  const { responseCode, command = '' } = fault;
  const code = [fault.code ?? 'ERROR', responseCode].filter(Boolean).join(' ');
  const isOurs = fault.code === 'EAUTH' || (responseCode !== undefined && OURS.includes(responseCode));
  if (responseCode !== undefined && responseCode >= 500 && !isOurs && /^(MAIL|RCPT|DATA)/.test(command))
    return { state: 'refused', code };
  // An address that no server could be told is refused before it is sent.
  if (fault.code === 'EENVELOPE' && responseCode === undefined) return { state: 'refused', code };
  if (handedOver && responseCode === undefined) return { state: 'unknown', code };
  return { state: 'retry', code };
}
