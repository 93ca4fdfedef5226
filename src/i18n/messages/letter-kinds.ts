/** The kinds of letter to the applicant: their names, what each does, and the subject that a letter gets without one. */
import type { AnswerState, MessageKind } from '#domain/request/message-kinds.ts';
import type { Area, Labels } from '../message.ts';

const kinds = {
  'letter_kind.answer': { kk: 'Жауап', ru: 'Ответ', en: 'Answer' },
  'letter_kind.question': { kk: 'Сұрақ', ru: 'Вопрос', en: 'Question' },
  'letter_kind.holding': { kk: 'Аралық хат', ru: 'Промежуточное письмо', en: 'Interim letter' },
} as const satisfies Labels<'letter_kind', MessageKind>;

const composer = {
  'why.choose_kind': {
    kk: 'Алдымен хат түрін таңдаңыз.',
    ru: 'Сначала выберите вид письма.',
    en: 'First choose the kind of letter.',
  },
  'request.write_letter': { kk: 'Хат жазу…', ru: 'Написать письмо…', en: 'Write a letter…' },
  'request.question_subject': {
    kk: 'Не сұралады (хат тақырыбы)',
    ru: 'О чём вопрос (тема письма)',
    en: 'What is asked (subject of the letter)',
  },
  'request.send_same_status': {
    kk: 'мәртебесі өзгермейді',
    ru: 'статус не меняется',
    en: 'the status stays as it is',
  },
  'request.send_clock': {
    kk: 'мерзім тоқтамайды',
    ru: 'срок продолжает идти',
    en: 'the deadline keeps running',
  },
  'request.send_no_answer': {
    kk: 'бұл жауап болып саналмайды',
    ru: 'ответом это не считается',
    en: 'this does not count as the answer',
  },
} as const satisfies Area;

const SUBJECTS = {
  answer: { kk: 'Өтінішіңізге жауап', ru: 'Ответ на ваше обращение', en: 'Answer to your request' },
  question: {
    kk: 'Өтінішіңіз бойынша сұрақ',
    ru: 'Вопрос по вашему обращению',
    en: 'Question about your request',
  },
  holding: { kk: 'Өтінішіңіз туралы хабарлама', ru: 'О вашем обращении', en: 'About your request' },
} as const satisfies Record<MessageKind, unknown>;

/** A text in the language of the letter, whatever the language of the page. */
const inAll = <const Text extends string>(text: Text) => ({ kk: text, ru: text, en: text });

const subjects = {
  'letter.subject.answer': SUBJECTS.answer,
  'letter.subject.question': SUBJECTS.question,
  'letter.subject.holding': SUBJECTS.holding,
  'request.subject_in.kk.answer': inAll(SUBJECTS.answer.kk),
  'request.subject_in.ru.answer': inAll(SUBJECTS.answer.ru),
  'request.subject_in.en.answer': inAll(SUBJECTS.answer.en),
  'request.subject_in.kk.question': inAll(SUBJECTS.question.kk),
  'request.subject_in.ru.question': inAll(SUBJECTS.question.ru),
  'request.subject_in.en.question': inAll(SUBJECTS.question.en),
  'request.subject_in.kk.holding': inAll(SUBJECTS.holding.kk),
  'request.subject_in.ru.holding': inAll(SUBJECTS.holding.ru),
  'request.subject_in.en.holding': inAll(SUBJECTS.holding.en),
} as const satisfies Area;

const answerState = {
  'answer_state.on_its_way': { kk: 'Жауап жіберілуде', ru: 'Ответ отправляется', en: 'Answer is being sent' },
  'answer_state.unknown': {
    kk: 'Жауаптың кеткені белгісіз',
    ru: 'Неизвестно, ушёл ли ответ',
    en: 'Not known if the answer was sent',
  },
  'answer_state.refused': { kk: 'Жауап жетпеді', ru: 'Ответ не дошёл', en: 'The answer did not arrive' },
} as const satisfies Labels<'answer_state', AnswerState>;

const move = {
  'request.my_move_on_its_way': {
    kk: 'Жауап жіберілуде: өтінішті қазір де жабуға болады.',
    ru: 'Ответ отправляется: обращение можно закрыть уже сейчас.',
    en: 'The answer is being sent: the request can be closed already.',
  },
} as const satisfies Area;

const progress = {
  'request.progress_state.late': {
    kk: 'мерзімнен кейін орындалды',
    ru: 'сделано после срока',
    en: 'done after the deadline',
  },
  'request.progress_state.waiting': {
    kk: 'өтініш берушінің жауабынан кейін',
    ru: 'после ответа заявителя',
    en: 'after the applicant’s reply',
  },
} as const satisfies Area;

export const letterKinds = { ...kinds, ...composer, ...subjects, ...answerState, ...move, ...progress };
