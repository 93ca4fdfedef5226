/** Sends letters over SMTP and classifies failures: to be retried, refused for good, or of unknown result. */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery, Letter, MailPort, SmtpSettings } from '#server/deps.ts';
import { type Lookup, type MailPlace, mailPlace, systemNames } from './mail-host-node.ts';

export type SmtpLimits = {
  /** ms; for connecting, and again for the server's greeting. */
  connect: number;
  /** ms; the longest silence after that. */
  silence: number;
  /** ms; for the whole letter, so that a server that sends bytes slowly cannot hold up the others. */
  whole: number;
};
const LIMITS: SmtpLimits = { connect: 20_000, silence: 60_000, whole: 180_000 };

/** Opens a connection per letter: letters are few, and each connection starts in a known state. */
export function smtpMail(limits: SmtpLimits = LIMITS, lookup: Lookup = systemNames): MailPort {
  return {
    send: async (letter, smtp) => {
      const composedLetter = await composed(letter, smtp);
      let delivery: Delivery = { state: 'retry', code: 'EHOST' };
      try {
        const { addresses, name } = await mailPlace(smtp, lookup);
        // For all addresses together, else a name with many could outlast the letter's lease.
        const over = AbortSignal.timeout(limits.whole);
        for (const address of addresses) {
          delivery = await sendTo({ address, name, over }, smtp, composedLetter, limits);
          // The next address only when this one could not be reached at all.
          if (over.aborted || delivery.state !== 'retry' || !UNREACHED.test(delivery.code)) break;
        }
      } catch (error) {
        return judged(error instanceof Error ? error : new Error(String(error)), false);
      }
      return delivery;
    },
  };
}

const UNREACHED = /^(?:ESOCKET|ECONNECTION|ETIMEDOUT|ECONNREFUSED)\b/;

type To = { address: string; name: MailPlace['name']; over: AbortSignal };

async function sendTo(
  { address, name, over }: To,
  smtp: SmtpSettings,
  { bytes, envelope }: { bytes: Buffer; envelope: Envelope },
  limits: SmtpLimits,
): Promise<Delivery> {
  const phase = { handedOver: false };
  const connection = new SMTPConnection({
    host: address,
    // The certificate is for the name, not for the address that was looked up.
    ...(name === null ? {} : { servername: name }),
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    socketTimeout: limits.silence,
  });
  const close = () => connection.close();
  over.addEventListener('abort', close);
  try {
    await through(connection, smtp, envelope, bytesOnceAsked(bytes, phase));
    return { state: 'sent' };
  } catch (error) {
    return judged(error instanceof Error ? error : new Error(String(error)), phase.handedOver);
  } finally {
    over.removeEventListener('abort', close);
    connection.close();
  }
}

type Envelope = { from: string; to: string[] };

/**
 * The letter's bytes and its envelope. The domains of both are in A-labels (RFC 5891), because few servers take others.
 */
async function composed(letter: Letter, smtp: SmtpSettings): Promise<{ bytes: Buffer; envelope: Envelope }> {
  const node = new MailComposer({
    from: { name: smtp.fromName, address: smtp.from },
    // An object is used unchanged; nodemailer would split a string at commas into several recipients.
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    messageId: letter.mailId,
    ...(letter.inReplyTo ? { inReplyTo: letter.inReplyTo, references: letter.inReplyTo } : {}),
    // The text comes from staff, so it must not make nodemailer read files or URLs.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from, to } = node.getEnvelope();
  return { bytes: await node.build(), envelope: { from: from || smtp.from, to } };
}

function through(
  connection: SMTPConnection,
  smtp: SmtpSettings,
  envelope: Envelope,
  message: Readable,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('the connection ended')));
    const send = () => connection.send(envelope, message, (error) => (error ? reject(error) : resolve()));
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

/**
 * Records when the server asked for the letter (reply 354): from its first byte on, the server may have received it.
 */
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

/** Permanent replies about our own account, which the administrator can correct while the letter waits. */
const OURS = [530, 534, 535, 538];

function judged(fault: SmtpFault, handedOver: boolean): Delivery {
  const { responseCode, command = '' } = fault;
  const code = [fault.code ?? 'ERROR', responseCode].filter(Boolean).join(' ');
  const isOurs = fault.code === 'EAUTH' || (responseCode !== undefined && OURS.includes(responseCode));
  if (responseCode !== undefined && responseCode >= 500 && !isOurs && /^(MAIL|RCPT|DATA)/.test(command))
    return { state: 'refused', code };
  // nodemailer refused an address that SMTP cannot transmit, before sending anything.
  if (fault.code === 'EENVELOPE' && responseCode === undefined) return { state: 'refused', code };
  if (handedOver && responseCode === undefined) return { state: 'unknown', code };
  return { state: 'retry', code };
}
