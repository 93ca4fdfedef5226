import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createDraftSaver,
  type DraftCopy,
  type DraftMark,
  type DraftPorts,
  type DraftSaver,
  isUnsaved,
  type StoredDraft,
} from './draft-saver.ts';

const OFFLINE = new Error('no answer');
const TOO_MANY = new Error('too many calls, wait 20 s');
const NEW: DraftMark = { version: 0, held: false };
const SENT = (version: number) => async () => ({ version, held: false });

class Stale extends Error {
  readonly current: StoredDraft;
  constructor(current: StoredDraft) {
    super('stale_version');
    this.current = current;
  }
}

/** The draft on the server, which refuses a save over another version as the API does. */
let server: StoredDraft;
let saved: string[];
let copy: DraftCopy | null;
/** Runs before the server handles a save, for instance to delay or fail it. */
let before: () => Promise<void>;
/** Runs after the server has stored a save and before its answer arrives. */
let after: () => Promise<void>;

const ports: DraftPorts = {
  read: async () => server,
  save: async ({ text, subjectLine }, version) => {
    saved.push(text);
    await before();
    if (version !== server.version) throw new Stale(server);
    server = { text, subjectLine, savedAt: `2026-11-22T09:0${version}:00Z`, version: version + 1 };
    const stored = server;
    await after();
    return stored;
  },
  currentIn: (fault) => (fault instanceof Stale ? fault.current : null),
  passes: (fault) => fault === OFFLINE || fault === TOO_MANY,
  waitAfter: (fault) => (fault === TOO_MANY ? 20_000 : 0),
  copy: {
    isThere: () => copy !== null,
    read: async () => copy,
    write: (next) => {
      copy = next;
    },
    drop: () => {
      copy = null;
    },
  },
};

const stored = (text: string, version: number): StoredDraft => ({
  text,
  subjectLine: '',
  savedAt: '2026-11-22T09:00:00Z',
  version,
});
const draftOf = (mark = NEW): DraftSaver => createDraftSaver(ports, mark);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  server = { ...stored('', 0), savedAt: null };
  saved = [];
  copy = null;
  before = async () => undefined;
  after = async () => undefined;
});
afterEach(() => vi.useRealTimers());

describe('saving', () => {
  test('a pause of one second saves the draft', async () => {
    const draft = draftOf();
    draft.type({ text: 'а' });
    await pass(999);
    expect(saved).toEqual([]);
    await pass(1);
    expect(saved).toEqual(['а']);
    expect(draft.read()).toMatchObject({ status: 'saved', savedAt: '2026-11-22T09:00:00Z' });
  });

  test('typing without a pause is saved every two seconds', async () => {
    const draft = draftOf();
    for (let letters = 1; letters <= 10; letters += 1) {
      draft.type({ text: 'а'.repeat(letters) });
      await pass(400);
    }
    expect(saved.length).toBeGreaterThanOrEqual(2);
  });

  test('text typed during a save is saved after it, over the version that it made', async () => {
    const way = Promise.withResolvers<void>();
    before = () => way.promise;
    const draft = draftOf();
    draft.type({ text: 'one' });
    await pass(1_000);
    draft.type({ text: 'one two' });
    way.resolve();
    await pass(1_000);
    expect(saved).toEqual(['one', 'one two']);
    expect(server).toMatchObject({ text: 'one two', version: 2 });
    expect(isUnsaved(draft.read())).toBe(false);
  });

  test('without a connection the text is kept and the save retried', async () => {
    before = () => Promise.reject(OFFLINE);
    const draft = draftOf();
    draft.type({ text: 'offline' });
    await pass(1_000);
    expect(draft.read()).toMatchObject({ text: 'offline', status: 'waiting' });
    before = async () => undefined;
    await pass(5_000);
    expect(draft.read().status).toBe('saved');
  });

  test('a server that asks to wait gets no save before, although the person types on', async () => {
    before = () => Promise.reject(TOO_MANY);
    const draft = draftOf();
    draft.type({ text: 'one' });
    await pass(1_000);
    before = async () => undefined;
    draft.type({ text: 'one two' });
    await pass(19_000);
    expect(saved).toEqual(['one']);
    expect(copy).toMatchObject({ text: 'one two' });
    await pass(2_000);
    expect(saved).toEqual(['one', 'one two']);
    expect(draft.read()).toMatchObject({ text: 'one two', status: 'saved' });
  });

  test('a refused save is shown and not retried', async () => {
    before = () => Promise.reject(new Error('too long'));
    const draft = draftOf();
    draft.type({ text: 'long' });
    await pass(60_000);
    expect(saved).toEqual(['long']);
    expect(draft.read()).toMatchObject({ text: 'long', status: 'refused' });
  });

  test('what is typed before the stored draft has been read is added to it', async () => {
    server = stored('kept by the server', 4);
    const draft = draftOf({ version: 4, held: true });
    draft.type({ text: 'typed early' });
    await draft.load();
    await pass(1_000);
    expect(saved).toEqual(['kept by the server\n\ntyped early']);
    expect(draft.read()).toMatchObject({ text: 'kept by the server\n\ntyped early', status: 'saved' });
  });

  test('a stored draft that was only read is not saved again', async () => {
    server = stored('kept by the server', 4);
    const draft = draftOf({ version: 4, held: true });
    await draft.load();
    await pass(3_000);
    expect(draft.read()).toMatchObject({ text: 'kept by the server', status: 'saved' });
    expect(saved).toEqual([]);
  });
});

describe('another tab', () => {
  test('what it saves appears here while nothing is typed here', async () => {
    server = stored('one', 1);
    const draft = draftOf({ version: 1, held: true });
    await draft.load();
    server = stored('one two', 2);
    await draft.follow(2);
    expect(draft.read()).toMatchObject({ text: 'one two', status: 'saved' });
    draft.type({ text: 'one two three' });
    await pass(1_000);
    expect(server).toMatchObject({ text: 'one two three', version: 3 });
  });

  test('one’s own save, announced, is not read again', async () => {
    const read = vi.spyOn(ports, 'read');
    const draft = draftOf();
    draft.type({ text: 'one' });
    await pass(1_000);
    await draft.follow(1);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  test('a text saved over the same version is shown beside the typed one, and nothing is saved', async () => {
    server = stored('theirs', 1);
    const draft = draftOf();
    draft.type({ text: 'mine' });
    await pass(10_000);
    expect(draft.read()).toMatchObject({ text: 'mine', status: 'conflict', other: { text: 'theirs' } });
    draft.type({ text: 'mine, longer' });
    await pass(10_000);
    expect(server.text).toBe('theirs');
    expect(draft.read()).toMatchObject({ text: 'mine, longer', other: { text: 'theirs' } });
    expect(copy).toMatchObject({ text: 'mine, longer', version: 0 });
  });

  test.each([
    ['theirs', 'theirs'],
    ['mine', 'mine'],
    ['both', 'theirs\n\nmine'],
  ] as const)('the choice "%s" keeps %j', async (choice, text) => {
    server = stored('theirs', 1);
    const draft = draftOf();
    draft.type({ text: 'mine' });
    await pass(1_000);
    draft.resolve(choice);
    await pass(1_000);
    expect(server.text).toBe(text);
    expect(draft.read()).toMatchObject({ text, status: 'saved', other: null });
  });

  test('a save whose answer was lost is no conflict', async () => {
    after = () => Promise.reject(OFFLINE);
    const draft = draftOf();
    draft.type({ text: 'one' });
    await pass(1_000);
    after = async () => undefined;
    draft.type({ text: 'one two' });
    await pass(10_000);
    expect(draft.read()).toMatchObject({ text: 'one two', status: 'saved' });
    expect(server).toMatchObject({ text: 'one two', version: 2 });
  });
});

describe('sending', () => {
  test('waits for the save in flight, saves what is left, and only then sends', async () => {
    const way = Promise.withResolvers<void>();
    before = () => way.promise;
    const draft = draftOf();
    draft.type({ text: 'one' });
    await pass(1_000);
    draft.type({ text: 'one two' });
    const send = vi.fn(SENT(3));
    void draft.send(send);
    await pass(5_000);
    expect(send).not.toHaveBeenCalled();
    way.resolve();
    await pass(0);
    expect(send).toHaveBeenCalledExactlyOnceWith({ text: 'one two', subjectLine: '', draftVersion: 2 });
    expect(saved).toEqual(['one', 'one two']);
  });

  test('no save starts while the sending is on its way, and none brings the draft back', async () => {
    const way = Promise.withResolvers<DraftMark>();
    const draft = draftOf();
    draft.type({ text: 'sent' });
    void draft.send(() => way.promise);
    await pass(0);
    expect(draft.read().status).toBe('sending');
    draft.type({ text: 'typed too late' });
    void draft.flush();
    await pass(10_000);
    expect(saved).toEqual(['sent']);
    way.resolve({ version: 2, held: false });
    await pass(10_000);
    expect(saved).toEqual(['sent']);
    expect(draft.read()).toMatchObject({ text: '', status: 'saved' });
    server = { ...stored('', 2), savedAt: null };
    draft.type({ text: 'the next one' });
    await pass(1_000);
    expect(server).toMatchObject({ text: 'the next one', version: 3 });
  });

  test('nothing is sent while the text cannot be saved', async () => {
    before = () => Promise.reject(OFFLINE);
    const draft = draftOf();
    draft.type({ text: 'text' });
    const send = vi.fn(SENT(1));
    await draft.send(send);
    expect(send).not.toHaveBeenCalled();
    expect(draft.read()).toMatchObject({ text: 'text', status: 'waiting' });
  });

  test('nothing is sent over a text saved elsewhere', async () => {
    server = stored('theirs', 1);
    const draft = draftOf();
    draft.type({ text: 'mine' });
    const send = vi.fn(SENT(2));
    await draft.send(send);
    expect(send).not.toHaveBeenCalled();
    expect(draft.read().status).toBe('conflict');
  });

  test('a sending that failed keeps the text, also when the stream says that the draft is gone', async () => {
    const draft = draftOf();
    draft.type({ text: 'text' });
    await draft.send(async () => null);
    server = { ...stored('', 2), savedAt: null };
    await draft.follow(2);
    expect(draft.read()).toMatchObject({ text: 'text', status: 'saved' });
    draft.type({ text: 'text!' });
    await pass(1_000);
    expect(draft.read()).toMatchObject({ text: 'text!', status: 'conflict' });
    expect(server.text).toBe('');
  });

  test('a text that another device saved meanwhile is shown after sending', async () => {
    const draft = draftOf();
    draft.type({ text: 'short' });
    await draft.send(async () => {
      server = stored('longer, written elsewhere', 2);
      return { version: 2, held: true };
    });
    expect(draft.read()).toMatchObject({ text: 'longer, written elsewhere', status: 'saved' });
  });
});

describe('the copy in this browser', () => {
  test('is written with the first letter and dropped when the server has the text', async () => {
    const draft = draftOf();
    draft.type({ text: 'а' });
    expect(copy).toEqual({ text: 'а', subjectLine: '', version: 0, tried: null });
    await pass(1_000);
    expect(copy).toBeNull();
  });

  test('is restored and saved when the request is opened again', async () => {
    copy = { text: 'lost in a crash', subjectLine: 'Subject', version: 1, tried: null };
    server = stored('lost', 1);
    const draft = draftOf({ version: 1, held: true });
    await draft.load();
    expect(draft.read()).toMatchObject({ text: 'lost in a crash', subjectLine: 'Subject' });
    await pass(1_000);
    expect(server).toMatchObject({ text: 'lost in a crash', version: 2 });
    expect(copy).toBeNull();
  });

  test('meets a text that was saved elsewhere after it', async () => {
    copy = { text: 'mine', subjectLine: '', version: 1, tried: null };
    server = stored('theirs', 2);
    const draft = draftOf({ version: 2, held: true });
    await draft.load();
    expect(draft.read()).toMatchObject({ text: 'mine', status: 'conflict', other: { text: 'theirs' } });
    expect(copy).toMatchObject({ version: 1 });
  });

  test('of a draft that was sent elsewhere does not bring it back by itself', async () => {
    copy = { text: 'sent elsewhere', subjectLine: '', version: 1, tried: null };
    server = { ...stored('', 2), savedAt: null };
    const draft = draftOf({ version: 2, held: false });
    await draft.load();
    await pass(10_000);
    expect(saved).toEqual([]);
    expect(draft.read()).toMatchObject({ text: 'sent elsewhere', status: 'conflict' });
  });

  test('whose save had arrived without an answer goes on from it', async () => {
    copy = { text: 'one two', subjectLine: '', version: 0, tried: { text: 'one', subjectLine: '' } };
    server = stored('one', 1);
    const draft = draftOf({ version: 1, held: true });
    await draft.load();
    await pass(1_000);
    expect(draft.read().status).toBe('saved');
    expect(server).toMatchObject({ text: 'one two', version: 2 });
  });
});
