/** Creates requests for the tests of reading, in any state, each with unique personal values. */
import type { Status } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import { loadRequest } from '#server/requests/facts.ts';
import { createRequest } from '#server/requests/work/create.ts';
import { type RequestChange, saveRequest } from '#server/requests/work/derive.ts';
import type { TestApp } from '../server/app-harness.ts';

export type Seed = {
  type?: RequestType;
  status?: Status;
  assigneeId?: string | null;
  proposerId?: string;
  blocked?: boolean;
  test?: boolean;
  receivedAt?: string;
  answeredAt?: string | null;
  /** Replace the unique values. */
  email?: string;
  phone?: string;
  iin?: string;
};

export type Seeded = {
  id: string;
  reference: string;
  surname: string;
  firstName: string;
  email: string;
  phone: string;
  messageId: string;
  /** The unique values by class, to check who finds them in an answer. */
  canaries: {
    identity: string[];
    contact: string[];
    content: string[];
    technical: string[];
    network: string[];
  };
};

let serial = 0;

export async function seedRequest(app: TestApp, seed: Seed = {}): Promise<Seeded> {
  serial += 1;
  const mark = `${serial}`.padStart(5, '0');
  const word = [...mark].map((digit) => 'абвгдежзик'.charAt(Number(digit))).join('');
  const given = {
    surname: `Қарлығаш${word}`,
    firstName: `Нұрай${word}`,
    email: seed.email ?? `q${word}@canary-${mark}.kz`,
    phone: seed.phone ?? `+7701${mark}${mark.slice(-2)}`,
    message: `Хат мазмұны зц${word} ${seed.iin ?? ''}, телефон 8 (702) ${mark.slice(-3)}-${mark.slice(1, 3)}-${mark.slice(-2)}.`,
    os: `os-${word}-17`,
    ip: `198.51.${(serial >> 8) & 255}.${serial & 255}`,
    point: `point-${word}`,
  };
  return app.db.transaction(async (tx) => {
    const env = { tx, ports: app.deps, now: app.clock.now() };
    const { id, reference } = await createRequest(env, {
      type: seed.type ?? 'contact',
      channel: 'form',
      language: 'kk',
      receivedAt: Temporal.Instant.from(seed.receivedAt ?? app.clock.now().toString()),
      recordedBy: null,
      sourceId: null,
      site: null,
      policyVersion: '1',
      test: seed.test ?? false,
      subjectLine: `Тақырып йц${word}`,
      message: given.message,
      extra: [{ label: 'Қосымша', value: `эк${word}` }],
      applicant: given,
      device: { os: given.os, model: `model-${word}` },
      network: { ip: given.ip, connectionPoint: given.point },
    });
    if (seed.proposerId)
      await tx
        .insertInto('decision')
        .values({
          id: app.deps.newId(),
          request_id: id,
          outcome: 'fulfilled',
          grounds: [],
          restrict_until: null,
          proposed_by: seed.proposerId,
          proposed_at: env.now.toString(),
          approved_by: null,
          approved_at: null,
          ended_at: null,
        })
        .execute();
    const found = await loadRequest(tx, id);
    if (!found) throw new Error('the request just made is not there');
    await saveRequest(env, found.row, changeOf(seed, env.now));
    const message = await tx
      .selectFrom('message')
      .select('id')
      .where('request_id', '=', id)
      .executeTakeFirstOrThrow();
    return {
      id,
      reference,
      surname: given.surname,
      firstName: given.firstName,
      email: given.email,
      phone: given.phone,
      messageId: message.id,
      canaries: {
        identity: [given.surname, given.firstName],
        contact: [given.email, given.phone],
        content: [`зц${word}`, `йц${word}`, `эк${word}`],
        technical: [given.os, `model-${word}`],
        network: [given.ip, given.point],
      },
    };
  });
}

function changeOf({ status, assigneeId, blocked, answeredAt }: Seed, now: Temporal.Instant): RequestChange {
  return {
    ...(status ? { status } : {}),
    ...(status === 'closed' ? { outcome: 'answered' as const, closed_at: now.toString() } : {}),
    assignee_id: assigneeId ?? null,
    blocked: blocked ?? false,
    answered_at: answeredAt ?? null,
  };
}
