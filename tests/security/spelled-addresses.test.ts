/** One account has one counter of wrong passwords, however its address is spelled. */
import { expect, it } from 'vitest';
import { signIn } from '#contract/session.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';

const PASSWORD = 'терезеде ұмытылған шам';
const FREE = 3;

/** Two hundred spellings of one address: spaces, case, and letters that NFKC makes ordinary. */
function spellings(address: string): readonly string[] {
  const spaces = ['', ' ', '\t', '\u00a0', '\u3000', '\ufeff', '\r\n', ' \u2003'];
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
  const bold = (text: string) =>
    text.replace(/[a-z]/g, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x1d400 - 0x41 - 6),
    );
  const forms = [
    address,
    address.toUpperCase(),
    wide(address),
    wide(address.toUpperCase()),
    bold(address),
    address.replace('k', '\u212a'),
    address.replaceAll('s', 'ſ'),
  ];
  const all = spaces.flatMap((before) =>
    spaces.flatMap((after) => forms.map((form) => `${before}${form}${after}`)),
  );
  return [...new Set(all)].slice(0, 200);
}

describeEachDatabase('two hundred spellings of one address', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    const person = await app.person(['support'], { email: `kassym.${crypto.randomUUID()}@desk.example` });
    await app.db.kysely
      .updateTable('person')
      .set({ password_hash: await app.deps.passwords.hash(PASSWORD) })
      .where('id', '=', person.id)
      .execute();
    let network = 0;
    const enter = (email: string, password: string) => {
      network += 1; // each from another network, so that only the account's counter can refuse
      return app.call(signIn, { body: { email, password } }, null, { address: `198.51.100.${network}` });
    };
    return { ...app, person, enter, spelled: spellings(person.email) };
  };

  it('are counted as one account', async () => {
    const { enter, spelled } = await started();
    expect(spelled).toHaveLength(200);
    const statuses: number[] = [];
    for (const email of spelled) statuses.push((await enter(email, 'мүлде басқа құпиясөз')).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(FREE);
    expect(statuses.slice(FREE).every((status) => status === 429)).toBe(true);
  });

  it('open the one account', async () => {
    const { enter, spelled, person } = await started();
    const sample = spelled.filter((_, at) => at % 20 === 0);
    for (const email of sample) {
      const answer = await enter(email, PASSWORD);
      expect([email, answer.body.me?.id]).toEqual([email, person.id]);
    }
  });
});
