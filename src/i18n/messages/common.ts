/** Words used on every page: buttons, short labels, counts. */
import type { Area } from '../message.ts';

export const common = {
  'common.save': { kk: 'Сақтау', ru: 'Сохранить', en: 'Save' },
  'common.saved': { kk: 'Сақталды', ru: 'Сохранено', en: 'Saved' },
  'common.cancel': { kk: 'Болдырмау', ru: 'Отмена', en: 'Cancel' },
  'common.close': { kk: 'Жабу', ru: 'Закрыть', en: 'Close' },
  'common.next': { kk: 'Келесі', ru: 'Следующее', en: 'Next' },
  'common.previous': { kk: 'Алдыңғы', ru: 'Предыдущее', en: 'Previous' },
  'common.show': { kk: 'Көрсету', ru: 'Показать', en: 'Show' },
  'common.copy': { kk: 'Көшіру', ru: 'Копировать', en: 'Copy' },
  'common.copied': { kk: 'Көшірілді', ru: 'Скопировано', en: 'Copied' },
  'common.search': { kk: 'Іздеу', ru: 'Поиск', en: 'Search' },
  'common.filter': { kk: 'Сүзгі', ru: 'Фильтр', en: 'Filter' },
  'common.clear_filter': { kk: 'Сүзгіні тазарту', ru: 'Сбросить фильтр', en: 'Clear filter' },
  'common.print': { kk: 'Басып шығару', ru: 'Печать', en: 'Print' },
  'common.try_again': { kk: 'Қайталап көру', ru: 'Повторить', en: 'Try again' },
  'common.reload': { kk: 'Қайта жүктеу', ru: 'Перезагрузить', en: 'Reload' },
  'common.undo': { kk: 'Қайтару', ru: 'Отменить', en: 'Undo' },
  'common.yes': { kk: 'Иә', ru: 'Да', en: 'Yes' },
  'common.no': { kk: 'Жоқ', ru: 'Нет', en: 'No' },
  'common.none': { kk: 'жоқ', ru: 'нет', en: 'none' },
  'common.you': { kk: 'сіз', ru: 'вы', en: 'you' },
  'common.unassigned': { kk: 'Тағайындалмаған', ru: 'Не назначен', en: 'Unassigned' },
  'common.optional': { kk: 'міндетті емес', ru: 'необязательно', en: 'optional' },
  'common.reason': { kk: 'Себебі', ru: 'Причина', en: 'Reason' },
  'common.why': { kk: 'неге?', ru: 'почему?', en: 'why?' },
  'common.position': { kk: '{index} / {total}', ru: '{index} из {total}', en: '{index} of {total}' },

  'count.working_days': {
    kk: '{n, plural, one {# жұмыс күні} other {# жұмыс күні}}',
    ru: '{n, plural, one {# рабочий день} few {# рабочих дня} many {# рабочих дней} other {# рабочего дня}}',
    en: '{n, plural, one {# working day} other {# working days}}',
  },
  'count.calendar_days': {
    kk: '{n, plural, one {# күнтізбелік күн} other {# күнтізбелік күн}}',
    ru: '{n, plural, one {# календарный день} few {# календарных дня} many {# календарных дней} other {# календарного дня}}',
    en: '{n, plural, one {# calendar day} other {# calendar days}}',
  },
  'count.seconds': {
    kk: '{n, plural, one {# секунд} other {# секунд}}',
    ru: '{n, plural, one {# секунда} few {# секунды} many {# секунд} other {# секунды}}',
    en: '{n, plural, one {# second} other {# seconds}}',
  },

  'theme.label': { kk: 'Көрініс', ru: 'Оформление', en: 'Appearance' },
  'theme.light': { kk: 'Жарық', ru: 'Светлое', en: 'Light' },
  'theme.dark': { kk: 'Қараңғы', ru: 'Тёмное', en: 'Dark' },
  'theme.system': { kk: 'Құрылғыдағыдай', ru: 'Как на устройстве', en: 'As on the device' },
  'language.label': { kk: 'Тіл', ru: 'Язык', en: 'Language' },
} as const satisfies Area;
