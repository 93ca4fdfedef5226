/**
 * GLOSSARY: the one word for each thing in the three languages, and the words that do not name it. docs/glossary.md is
 * made from it; a test finds the unwanted words in the messages.
 */
import {
  ANSWERS,
  CALENDARS,
  ENDS_OF_ACCESS,
  HTTP_CALL,
  LOG,
  NEXT_ACTION,
  NOT_A_REFUSAL,
  NOT_A_STEP,
  NOT_HTTP_CALL,
  NOT_PERSONAL_DATA,
  NOT_THE_LOG,
  OUTSIDE_OF_STATUS,
  RETURNS,
  REVEALS,
  STAFF,
  TARGETS,
} from './glossary-places.ts';
import { every, type Term } from './glossary-term.ts';

export const GLOSSARY: readonly Term[] = [
  {
    kk: 'өтініш',
    ru: 'обращение',
    en: 'request',
    not: {
      kk: every(['жүгін…']),
      ru: every(['запрос…'], 'anything but a call of the API', NOT_HTTP_CALL),
      en: every(['request…'], 'a call of the API', HTTP_CALL),
    },
  },
  { kk: 'өтініш беруші', ru: 'заявитель', en: 'applicant', not: { en: every(['caller…']) } },
  {
    kk: 'дербес деректер',
    ru: 'персональные данные',
    en: 'personal data',
    not: { kk: every(['жеке дерек…']), ru: every(['личн… данн…']) },
  },
  {
    kk: 'жауапты тұлға',
    ru: 'ответственное лицо',
    en: 'privacy officer',
    not: {
      kk: every(['жауапты қызметкер…']),
      ru: [
        { word: 'ответственный', of: 'without «лицо»', find: /(?<!\p{L})ответственн\p{L}*(?!\p{L}| лиц)/iu },
      ],
    },
  },
  { kk: 'қолдау қызметі', ru: 'поддержка', en: 'support' },
  {
    kk: 'қызметкер',
    ru: 'сотрудник',
    en: 'colleague',
    note: 'one of the staff; a person is whoever the data are about',
    not: { en: every(['person', 'persons', 'person’s'], 'a colleague', STAFF) },
  },
  { kk: 'орындаушы', ru: 'исполнитель', en: 'assignee', not: { ru: every(['ответственн… исполнител…']) } },
  {
    kk: 'ашық',
    ru: 'открытое',
    en: 'open',
    note: 'of a request',
    not: {
      kk: every(['қаралуда'], 'any status but in progress', OUTSIDE_OF_STATUS),
      ru: every(['на рассмотрении'], 'any status but in progress', OUTSIDE_OF_STATUS),
    },
  },
  {
    kk: 'мәртебе',
    ru: 'статус',
    en: 'status',
    note: 'of a request; күй, состояние, state are said of a deadline, an account, a file or the system',
    not: {
      kk: every(['күй…'], 'a request', /^(status|plain\.status|visibility)/),
      ru: every(['состояни…'], 'a request', /^(status|plain\.status|visibility)/),
      en: every(['state'], 'a request', /^(status|plain\.status|visibility)/),
    },
  },
  {
    kk: 'келесі әрекет',
    ru: 'следующее действие',
    en: 'next action',
    not: {
      kk: every(['қадам…'], 'the next action', NEXT_ACTION),
      ru: every(['шаг…', 'ход', 'хода'], 'the next action', NEXT_ACTION),
      en: every(['step…', 'move…'], 'the next action', NEXT_ACTION),
    },
  },
  {
    kk: 'қадам',
    ru: 'шаг',
    en: 'step',
    note: 'a step of the law with its own deadline, or one of the first steps',
    not: {
      kk: every(['қадам…'], 'anything else', NOT_A_STEP),
      ru: every(['шаг…'], 'anything else', NOT_A_STEP),
      en: every(['step', 'steps'], 'anything else', NOT_A_STEP),
    },
  },
  {
    kk: 'мерзім',
    ru: 'срок',
    en: 'deadline',
    not: {
      en: [...every(['term', 'terms']), { word: 'clock', of: 'labels', find: /\bclock\b(?![\s\S]*[.;])/i }],
    },
  },
  {
    kk: 'соңғы жұмыс күні',
    ru: 'последний рабочий день',
    en: 'last working day',
    note: 'of a deadline',
    not: {
      kk: every(['соңғы жұмыс күн…'], 'the end of somebody’s access', ENDS_OF_ACCESS),
      ru: every(['последн… рабоч… д…'], 'the end of somebody’s access', ENDS_OF_ACCESS),
      en: every(['last working day'], 'the end of somebody’s access', ENDS_OF_ACCESS),
    },
  },
  {
    kk: 'мерзімі өткен',
    ru: 'просрочено',
    en: 'overdue',
    not: { ru: every(['срок прош…']), en: every(['late']) },
  },
  {
    kk: 'межелі мерзім',
    ru: 'ориентир',
    en: 'target',
    not: { kk: every(['мақсат…'], 'a target', TARGETS), ru: every(['цел…'], 'a target', TARGETS) },
  },
  {
    kk: 'түскен күні',
    ru: 'дата поступления, поступило',
    en: 'date received, received',
    not: {
      ru: every(
        ['получен…'],
        'a request',
        /^(register|plain|inbox|why_date|request\.(received|recorded|receipt))/,
      ),
      en: every(['receipt…']),
    },
  },
  {
    kk: 'тіркеу',
    ru: 'зарегистрировать',
    en: 'register',
    note: 'a request; not to attach, to save or to record an answer',
    not: {
      kk: every(['тірке…'], 'an answer or a file', new RegExp(`${ANSWERS.source}|eml`)),
      ru: every(['зарегистрир…', 'регистр…'], 'an answer or a file', new RegExp(`${ANSWERS.source}|eml`)),
      en: every(['register…'], 'an answer or a file', new RegExp(`${ANSWERS.source}|eml`)),
    },
  },
  {
    kk: '(жауапты) жазу',
    ru: 'записать (ответ)',
    en: 'record (an answer)',
    not: {
      kk: every(['белгіле…'], 'an answer', ANSWERS),
      ru: every(['отмет…', 'отмеч…'], 'an answer', ANSWERS),
    },
  },
  { kk: 'жауап', ru: 'ответ', en: 'answer' },
  {
    kk: 'дәлелді жауап',
    ru: 'мотивированный ответ',
    en: 'reasoned answer',
    not: { kk: every(['уәжді жауап…']) },
  },
  {
    kk: 'бас тарту',
    ru: 'отказать',
    en: 'refuse',
    note: 'only the outcome of a request',
    not: {
      kk: every(['бас тарт…'], 'cancelling, denying a right, withdrawing, a letter', NOT_A_REFUSAL),
      ru: every(['отказ…'], 'cancelling, denying a right, withdrawing, a letter', NOT_A_REFUSAL),
      en: every(['refus…'], 'cancelling, denying a right, withdrawing, a letter', NOT_A_REFUSAL),
    },
  },
  {
    kk: 'рұқсат берілмеді',
    ru: 'не разрешено',
    en: 'denied',
    not: { kk: every(['тыйым сал…']), ru: every(['запрещ…']), en: every(['forbid…']) },
  },
  { kk: 'болдырмау', ru: 'отмена', en: 'cancel' },
  { kk: 'шешім ұсыну', ru: 'предложить решение', en: 'propose a decision' },
  {
    kk: 'бекіту',
    ru: 'утвердить',
    en: 'approve',
    note: 'a decision, by a second person',
    not: {
      kk: [...every(['мақұлда…']), ...every(['бекіт…'], 'a calendar', CALENDARS)],
      ru: every(['утверд…', 'утвержд…'], 'a calendar', CALENDARS),
      en: every(['approv…'], 'a calendar', CALENDARS),
    },
  },
  { kk: 'растау', ru: 'подтвердить', en: 'confirm', note: 'a calendar, an identity, a fact' },
  {
    kk: 'пысықтауға қайтару',
    ru: 'вернуть на доработку',
    en: 'return for rework',
    not: {
      kk: [{ word: 'қайтару', of: 'alone', ids: RETURNS, find: /(?<!пысықтауға )қайтар/iu }],
      ru: [
        { word: 'вернуть', of: 'alone', ids: RETURNS, find: /(верн|возвр)\p{L}*(?!\p{L}| на доработку)/iu },
      ],
      en: [
        {
          word: 'return',
          of: 'alone',
          ids: RETURNS,
          find: /\breturn(ed)?\b(?! for rework| the decision for rework)/i,
        },
      ],
    },
  },
  {
    kk: 'жою',
    ru: 'уничтожить',
    en: 'destroy',
    note: 'personal data, as the statute says',
    not: {
      kk: every(
        ['жою', 'жойыл…', 'жоя…', 'жойды'],
        'drafts, warnings, settings, texts of the log',
        NOT_PERSONAL_DATA,
      ),
      ru: every(['уничтож…'], 'drafts, warnings, settings, texts of the log', NOT_PERSONAL_DATA),
      en: every(['destroy…'], 'drafts, warnings, settings, texts of the log', NOT_PERSONAL_DATA),
    },
  },
  {
    kk: 'өшіру',
    ru: 'удалить',
    en: 'delete, remove',
    note: 'what is no personal data',
    not: { kk: every(['өшір…'], 'personal data', /^(step|step_event|request\.notice|event\.subject)\b/) },
  },
  {
    kk: 'бұғаттау; бұғаттауды алып тастау',
    ru: 'заблокировать; снять блокирование',
    en: 'block; lift the block',
    not: { kk: [{ word: 'бұғаттау алу', find: /бұғаттау\p{L}* ал(?!ып таст)/iu }] },
  },
  { kk: 'өңдеуді шектеу', ru: 'ограничить обработку', en: 'restrict processing' },
  {
    kk: 'келісімді кері қайтарып алу',
    ru: 'отзыв согласия',
    en: 'consent withdrawal',
    not: { kk: [{ word: 'келісімді қайтару', find: /келісім\p{L}* қайтар/iu }] },
  },
  {
    kk: 'ашып көрсету',
    ru: 'показать',
    en: 'reveal',
    note: 'a hidden value, for 60 seconds',
    not: {
      kk: [
        { word: 'ашу', of: 'revealing', ids: REVEALS, find: /(?<!\p{L})аш(?!ып көрсет|ық)\p{L}*/iu },
        { word: 'көрсету', of: 'revealing', ids: REVEALS, find: /(?<!ашып )(?<!\p{L})көрсет\p{L}*/iu },
      ],
      ru: every(['откры…'], 'revealing', REVEALS),
      en: every(['open…', 'show…'], 'revealing', REVEALS),
    },
  },
  { kk: 'ашу', ru: 'открыть', en: 'open', note: 'a record' },
  {
    kk: 'ішінара жасырылған',
    ru: 'частично скрыто',
    en: 'partly hidden',
    not: { kk: every(['жасырын…']) },
  },
  { kk: 'мақсат', ru: 'цель', en: 'purpose', note: 'of a reveal' },
  {
    kk: 'ішкі ескертпе; қоңырау туралы ескертпе',
    ru: 'внутренняя заметка; заметка о звонке',
    en: 'internal note; call note',
    not: { kk: every(['қоңырау жазба…']), ru: every(['запис… звонк…']) },
  },
  {
    kk: 'аудит журналы; оқиға; мөр',
    ru: 'журнал аудита; событие; защитная печать',
    en: 'audit log; event; seal',
    not: {
      kk: every(['жазба…'], 'an event', LOG),
      ru: [
        {
          word: 'запись',
          of: 'an event',
          ids: LOG,
          find: /(?<!\p{L})запис(ь|и|ью|ей|ям|ями|ях)(?!\p{L})/iu,
        },
        {
          word: 'печать',
          of: 'without «защитная»',
          find: /(?<!защитн\p{L}{2} )(?<!\p{L})печат(ь|и|ью)(?!\p{L})/iu,
        },
      ],
      en: [
        { word: 'record', of: 'an event', ids: LOG, find: /\b(an?|the|each|this) record\b|\brecords\b/i },
        ...every(['entry', 'entries'], 'an event', LOG),
        ...every(['seal', 'sealed'], 'anything but the log', NOT_THE_LOG),
      ],
    },
  },
  {
    kk: 'шифрланып сақталады',
    ru: 'хранится зашифрованным',
    en: 'stored encrypted',
    not: {
      kk: every(['мөрлен…'], 'anything but the log', NOT_THE_LOG),
      ru: every(['запечатан…'], 'anything but the log', NOT_THE_LOG),
    },
  },
  {
    kk: 'сынақ өтініші',
    ru: 'тестовое обращение',
    en: 'test request',
    not: { ru: [...every(['проверочн…']), ...every(['проверк…'], 'a test request', /test/)] },
  },
];
