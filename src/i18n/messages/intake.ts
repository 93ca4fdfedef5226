/** The registration form for requests by phone, post, e-mail or in person, with their actual time of receipt. */
import type { Area } from '../message.ts';

export const intake = {
  'register.title': { kk: 'Өтінішті тіркеу', ru: 'Регистрация обращения', en: 'Register a request' },
  'register.how': { kk: 'Қалай және қашан түсті', ru: 'Как и когда поступило', en: 'How and when it came' },
  'register.what': { kk: 'Не туралы', ru: 'О чём', en: 'What it is about' },
  'register.who': { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  'register.who_hint': {
    kk: 'Өзі айтқанын ғана жазыңыз. Ешқайсысы міндетті емес.',
    ru: 'Только то, что человек сообщил сам. Ничего не обязательно.',
    en: 'Only what the person told you. None of it is required.',
  },
  'register.day': { kk: 'Түскен күні', ru: 'Дата поступления', en: 'Date received' },
  'register.time': { kk: 'Уақыты (Алматы)', ru: 'Время (Алматы)', en: 'Time (Almaty)' },
  'register.now': { kk: 'Қазір', ru: 'Сейчас', en: 'Now' },
  'register.when_hint': {
    kk: 'Мерзім осы күннен саналады: тіркелген күннен емес, шын түскен күннен.',
    ru: 'Срок идёт от этого дня: от поступления, а не от регистрации.',
    en: 'The clock runs from this day: when it came in, not when it is registered.',
  },
  'register.reason': {
    kk: 'Неге кеш тіркелді',
    ru: 'Почему регистрируется позже',
    en: 'Why it is registered late',
  },
  'register.reason_hint': {
    kk: 'Түскеніне үш күннен асты. Себебі өтінішпен бірге сақталады.',
    ru: 'Прошло больше трёх дней. Причина сохранится вместе с обращением.',
    en: 'It came more than three days ago. The reason is kept with the request.',
  },
  'register.type_hint': {
    kk: 'Белгісіз болса, «Кері байланыс» түрін қалдырыңыз: кейін өзгертуге болады.',
    ru: 'Если неясно, оставьте «Обратная связь»: вид можно изменить позже.',
    en: 'If unclear, leave “Feedback”: it can be changed later.',
  },
  'register.language_auto': {
    kk: 'Мәтін бойынша: {language}',
    ru: 'По тексту: {language}',
    en: 'By the text: {language}',
  },
  'register.message_hint': {
    kk: 'Телефонмен айтылса, өтініш берушінің өз сөзімен жазыңыз. ЖСН, карта мен телефон нөмірлері автоматты түрде жасырылады, бірақ бәрі табылмауы мүмкін.',
    ru: 'Сказанное по телефону запишите словами человека. ИИН, номера карт и телефонов скрываются автоматически, но могут найтись не все.',
    en: 'Write down what was said in the person’s words. IIN, card and phone numbers are hidden automatically, though some may be missed.',
  },
  'register.submit': { kk: 'Тіркеу', ru: 'Зарегистрировать', en: 'Register' },
  'register.submitting': { kk: 'Тіркелуде…', ru: 'Регистрируется…', en: 'Registering…' },
  'register.check': {
    kk: 'Белгіленген өрістерді тексеріңіз.',
    ru: 'Проверьте отмеченные поля.',
    en: 'Check the marked fields.',
  },
  'register.leave': {
    kk: 'Өтініш әлі тіркелген жоқ',
    ru: 'Обращение ещё не зарегистрировано',
    en: 'The request is not registered yet',
  },
  'register.leave_text': {
    kk: 'Беттен шықсаңыз, толтырылғаны жоғалады.',
    ru: 'Если уйти, заполненное пропадёт.',
    en: 'If you leave, what you filled in is lost.',
  },
  'register.leave_go': { kk: 'Шығу', ru: 'Уйти', en: 'Leave' },

  'register.preview': { kk: 'Мерзімі', ru: 'Срок', en: 'Deadline' },
  'register.preview_due': { kk: 'Соңғы күні', ru: 'Последний день', en: 'Last day' },
  'register.preview_act_by': { kk: 'Соңғы жұмыс күні', ru: 'Последний рабочий день', en: 'Last working day' },
  'register.preview_none': {
    kk: 'Түскен күні мен уақытын жазыңыз.',
    ru: 'Укажите дату и время поступления.',
    en: 'Enter the date and time received.',
  },

  'register.eml': { kk: 'Хат файлы (.eml)', ru: 'Файл письма (.eml)', en: 'E-mail file (.eml)' },
  'register.eml_drop': {
    kk: 'Хатты осы жерге сүйреп әкеліңіз немесе',
    ru: 'Перетащите письмо сюда или',
    en: 'Drop an e-mail here or',
  },
  'register.eml_choose': {
    kk: 'хат файлын (.eml) таңдаңыз',
    ru: 'выберите файл письма (.eml)',
    en: 'choose an .eml file',
  },
  'register.eml_read': {
    kk: 'Хаттан толтырылды. Аты-жөні мен уақытын тексеріңіз.',
    ru: 'Заполнено из письма. Проверьте имя и время.',
    en: 'Filled in from the e-mail. Check the name and the time.',
  },
  'register.eml_attachments': {
    kk: 'Қоса берілген файлдар сақталмайды: {n}.',
    ru: 'Вложения не сохраняются: {n}.',
    en: 'Attachments are not kept: {n}.',
  },
  'register.eml_no_time': {
    kk: 'Хатта түскен уақыты жоқ, өзіңіз жазыңыз.',
    ru: 'Когда пришло письмо, в нём не сказано: укажите время сами.',
    en: 'The e-mail does not say when it was received: enter the time yourself.',
  },
  'register.eml_bad': {
    kk: 'Бұл файлды хат ретінде оқу мүмкін болмады.',
    ru: 'Не удалось прочитать этот файл как письмо.',
    en: 'This file could not be read as an e-mail.',
  },
  'register.eml_large': {
    kk: 'Файл тым үлкен: 25 МБ-тан аспауы керек.',
    ru: 'Файл слишком большой: не более 25 МБ.',
    en: 'The file is too large: at most 25 MB.',
  },

  'register.done': {
    kk: 'Өтініш тіркелді',
    ru: 'Обращение зарегистрировано',
    en: 'The request is registered',
  },
  'register.done_number': { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  'register.done_received': { kk: 'Түскен күні', ru: 'Поступило', en: 'Received' },
  'register.done_answer_until': {
    kk: 'Жауап берілетін соңғы күн',
    ru: 'Ответ не позднее',
    en: 'Answer no later than',
  },
  'register.done_act_by': { kk: 'Соңғы жұмыс күні', ru: 'Последний рабочий день', en: 'Last working day' },
  'register.done_say': {
    kk: 'Өтініш берушіге нөмірін және соңғы күнін айтыңыз.',
    ru: 'Сообщите заявителю номер и последний день.',
    en: 'Tell the applicant the number and the last day.',
  },
  'register.done_closed': {
    kk: 'Бұл өтінішті енді жауапты тұлға қарайды.',
    ru: 'Теперь обращение рассмотрит ответственное лицо.',
    en: 'A privacy officer will deal with it from here.',
  },
  'register.done_copy': { kk: 'Нөмірін көшіру', ru: 'Копировать номер', en: 'Copy the number' },
  'register.done_open': { kk: 'Өтінішті ашу', ru: 'Открыть обращение', en: 'Open the request' },
  'register.another': { kk: 'Тағы біреуін тіркеу', ru: 'Зарегистрировать ещё', en: 'Register another' },
} as const satisfies Area;
