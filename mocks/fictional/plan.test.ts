import { describe, expect, it } from 'vitest';
import { languageOf } from '#domain/privacy/language.ts';
import { normaliseEmail, normalisePhone } from '#domain/privacy/normalise.ts';
import { scanText } from '#domain/privacy/text-scan.ts';
import { fictionalStories, REQUESTS } from './plan.ts';

const today = '2026-11-23';
const now = Temporal.Instant.from('2026-11-23T05:00:00Z');
const stories = fictionalStories(today, now);

describe('the fictional requests', () => {
  it('are 240, and the same for the same day', () => {
    expect(stories).toHaveLength(REQUESTS);
    expect(JSON.stringify(fictionalStories(today, now))).toBe(JSON.stringify(stories));
  });

  it('contain no personal value twice, nor one inside another', () => {
    const values = stories.flatMap(({ secrets }) => secrets.map(({ value }) => value));
    expect(values.length).toBeGreaterThan(1_000);
    expect(new Set(values).size).toBe(values.length);
    const contained = values.filter((value) =>
      values.some((other) => other !== value && other.includes(value)),
    );
    expect(contained).toEqual([]);
  });

  it('contain no personal value that is missing from the canaries', () => {
    const {
      message,
      subjectLine = '',
      secrets,
    } = stories.find(({ message }) => /ЖСН/.test(message)) ?? never();
    const found = scanText(message).map(({ start, end }) => message.slice(start, end));
    expect(found.length).toBeGreaterThan(0);
    expect(secrets.map(({ value }) => value)).toEqual(expect.arrayContaining(found));
    expect(secrets.some(({ value }) => `${subjectLine}${message}`.includes(value))).toBe(true);
  });

  it('contain identifiers that the scan finds', () => {
    const found = stories.flatMap(({ message }) => scanText(message).map(({ kind }) => kind));
    expect(new Set(found)).toEqual(new Set(['card', 'email', 'iban', 'iin', 'phone']));
  });

  it('are written in their stated language', () => {
    const mixed = stories.filter(({ message, language }) => languageOf(message) !== language);
    expect(mixed.map(({ message }) => message)).toEqual([]);
  });

  it('contain addresses and phones that can be looked up', () => {
    const emails = stories.flatMap(({ applicant }) => applicant.email ?? []);
    const phones = stories.flatMap(({ applicant }) => applicant.phone ?? []);
    expect([emails.length > 50, phones.length > 50]).toEqual([true, true]);
    expect(emails.filter((email) => normaliseEmail(email) === null)).toEqual([]);
    expect(phones.filter((phone) => !/^\+7790\d{7}$/.test(normalisePhone(phone) ?? ''))).toEqual([]);
  });

  it('are in order and never in the future', () => {
    for (const { receivedAt, recordedAt, acts } of stories) {
      const moments = [receivedAt, recordedAt, ...acts.map(({ at }) => at), now];
      expect(moments.toSorted(Temporal.Instant.compare).map(String)).toEqual(moments.map(String));
    }
  });

  it.each(['2026-11-20', '2026-11-21', '2026-12-31', '2027-01-02', '2027-03-23'])(
    'can be told on %s, at any hour',
    (day) => {
      for (const time of ['00:00:30', '13:00:00', '23:59:59'])
        expect(fictionalStories(day, Temporal.Instant.from(`${day}T${time}+05:00`))).toHaveLength(REQUESTS);
    },
  );
});

function never(): never {
  throw new Error('no story');
}
