/** Labels of roles, of classes and fields of personal data, and of visibility levels. */

import type { Role } from '#domain/access/roles.ts';
import type { Level } from '#domain/access/visibility.ts';
import type { FieldClass, RequestField } from '#domain/request/fields.ts';
import type { Locale } from '../locale.ts';
import type { Labels } from '../message.ts';

const role = {
  'role.support': { kk: 'Қолдау қызметінің маманы', ru: 'Специалист поддержки', en: 'Support specialist' },
  'role.privacy_officer': { kk: 'Жауапты тұлға', ru: 'Ответственное лицо', en: 'Privacy officer' },
  'role.manager': { kk: 'Басшы', ru: 'Руководитель', en: 'Manager' },
  'role.auditor': { kk: 'Аудитор', ru: 'Аудитор', en: 'Auditor' },
  'role.administrator': { kk: 'Әкімші', ru: 'Администратор', en: 'Administrator' },
} as const satisfies Labels<'role', Role>;

const field = {
  'field.surname': { kk: 'Тегі', ru: 'Фамилия', en: 'Surname' },
  'field.first_name': { kk: 'Аты', ru: 'Имя', en: 'First name' },
  'field.patronymic': { kk: 'Әкесінің аты', ru: 'Отчество', en: 'Patronymic' },
  'field.email': { kk: 'Электрондық пошта', ru: 'Эл. почта', en: 'E-mail' },
  'field.phone': { kk: 'Телефон', ru: 'Телефон', en: 'Phone' },
  'field.subject_line': { kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' },
  'field.message': { kk: 'Хабарлама мәтіні', ru: 'Текст сообщения', en: 'Message text' },
  'field.extra': { kk: 'Басқа деректер', ru: 'Другие сведения', en: 'Other details' },
  'field.os_version': { kk: 'Операциялық жүйе нұсқасы', ru: 'Версия ОС', en: 'OS version' },
  'field.device_model': { kk: 'Құрылғы моделі', ru: 'Модель устройства', en: 'Device model' },
  'field.ip': { kk: 'IP-мекенжай', ru: 'IP-адрес', en: 'IP address' },
  'field.connection_point': {
    kk: 'Қосылу нүктесінің мекенжайы',
    ru: 'Адрес точки подключения',
    en: 'Connection point',
  },
} as const satisfies Labels<'field', RequestField>;

const fieldClass = {
  'class.identity': { kk: 'Жеке басы', ru: 'Личность', en: 'Identity' },
  'class.contact_details': { kk: 'Байланыс деректері', ru: 'Контактные данные', en: 'Contact details' },
  'class.content': { kk: 'Мазмұны', ru: 'Содержание', en: 'Content' },
  'class.identifier': {
    kk: 'Мәтіндегі сәйкестендіргіштер',
    ru: 'Идентификаторы в тексте',
    en: 'Identifiers in the text',
  },
  'class.technical': { kk: 'Техникалық деректер', ru: 'Технические данные', en: 'Technical data' },
  'class.network': { kk: 'Желі деректері', ru: 'Сетевые данные', en: 'Network data' },
  'class.internal': { kk: 'Ішкі ескертпелер', ru: 'Внутренние заметки', en: 'Internal notes' },
  'class.confidential': { kk: 'Құпия ескертпелер', ru: 'Конфиденциальные заметки', en: 'Confidential notes' },
  'class.plain': {
    kk: 'Өтініш туралы жалпы мәліметтер',
    ru: 'Общие сведения об обращении',
    en: 'General details of the request',
  },
} as const satisfies Labels<'class', FieldClass | 'plain'>;

const level = {
  'level.clear': { kk: 'Көрінеді', ru: 'Видно', en: 'Shown' },
  'level.masked': { kk: 'Ішінара жасырылған', ru: 'Частично скрыто', en: 'Partly hidden' },
  'level.hidden': { kk: 'Жасырылған', ru: 'Скрыто', en: 'Hidden' },
} as const satisfies Labels<'level', Level>;

const language = {
  'language.kk': { kk: 'Қазақша', ru: 'Казахский', en: 'Kazakh' },
  'language.ru': { kk: 'Орысша', ru: 'Русский', en: 'Russian' },
  'language.en': { kk: 'Ағылшынша', ru: 'Английский', en: 'English' },
} as const satisfies Labels<'language', Locale>;

export const peopleLabels = { ...role, ...field, ...fieldClass, ...level, ...language };
