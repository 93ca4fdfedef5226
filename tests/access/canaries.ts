/** Plants a request in which every personal value is unique, so that a leak of any of them is found in raw bytes. */
import type { FieldClass } from '#domain/request/fields.ts';
import type { RequestType } from '#domain/request/types.ts';
import { createRequest } from '#server/requests/work/create.ts';
import type { TestApp } from '#tests/server/app-harness.ts';

type Canary = { value: string; class: FieldClass };
export type Planted = {
  id: string;
  reference: string;
  subjectId: string;
  messageId: string;
  canaries: readonly Canary[];
};

let serial = 0;

/** Creates a request of the type with planted values; an IIN is also written inside the message. */
export async function plant(app: TestApp, type: RequestType): Promise<Planted> {
  serial += 1;
  const n = String(serial).padStart(4, '0');
  const mark = `zq${n}`;
  const iin = iinWith(serial);
  const phone = `+7700${String(1_000_000 + serial)}`;
  const values = {
    surname: `Жасанбай${mark}`,
    firstName: `Ертөстік${mark}`,
    email: `kanarey.${mark}@poshta-${mark}.example`,
    message: `Құпиясөзім ұмытылды ${mark}мәтін. ЖСН ${iin}`,
    subjectLine: `Тақырып${mark}`,
    topic: `Бөлім${mark}`,
    extraLabel: `Қосымша${mark}`,
    extraValue: `Мәлімет${mark}`,
    os: `Android-${mark}`,
    model: `Telefon-${mark}`,
    ip: `203.0.${100 + (serial % 100)}.${serial % 250}`,
    point: `nukte-${mark}`,
  };
  const created = await app.db.transaction((tx) =>
    createRequest(
      { tx, ports: app.deps, now: app.clock.now() },
      {
        type,
        channel: 'form',
        language: 'kk',
        receivedAt: app.clock.now().subtract({ hours: 30 }),
        recordedBy: null,
        sourceId: null,
        site: null,
        policyVersion: '2026-11',
        test: false,
        subjectLine: values.subjectLine,
        message: values.message,
        topic: values.topic,
        extra: [{ label: values.extraLabel, value: values.extraValue }],
        applicant: { surname: values.surname, firstName: values.firstName, email: values.email, phone },
        device: { os: values.os, model: values.model },
        network: { ip: values.ip, connectionPoint: values.point },
      },
    ),
  );
  const { id: messageId } = await app.db.kysely
    .selectFrom('message')
    .select('id')
    .where('request_id', '=', created.id)
    .executeTakeFirstOrThrow();
  return {
    id: created.id,
    reference: created.reference,
    subjectId: created.subjectId,
    messageId,
    canaries: [
      { value: values.surname, class: 'identity' },
      { value: values.firstName, class: 'identity' },
      { value: values.email, class: 'contact_details' },
      { value: `kanarey.${mark}`, class: 'contact_details' },
      // Without the prefix, so that a phone printed as 8 700 … is found as well.
      { value: phone.slice(2), class: 'contact_details' },
      { value: iin, class: 'identifier' },
      { value: `${mark}мәтін`, class: 'content' },
      { value: values.subjectLine, class: 'content' },
      { value: values.topic, class: 'content' },
      { value: values.extraValue, class: 'content' },
      { value: values.os, class: 'technical' },
      { value: values.model, class: 'technical' },
      { value: values.ip, class: 'network' },
      { value: values.point, class: 'network' },
    ],
  };
}

/** An IIN with a valid check digit and an impossible date (month 99), so that it can belong to no person. */
function iinWith(number: number): string {
  for (let salt = 0; ; salt += 1) {
    const body = `9999${String(number * 7 + salt * 1_009)
      .padStart(7, '0')
      .slice(-7)}`;
    const digits = [...body].map(Number);
    const sum = (weights: readonly number[]) =>
      digits.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0) % 11;
    const first = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const check = first === 10 ? sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) : first;
    if (check < 10) return `${body}${check}`;
  }
}
