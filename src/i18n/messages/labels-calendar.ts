/** Labels of the reasons for non-working days. */
import type { NonWorkingReason } from '#domain/time/calendar.ts';
import type { Labels } from '../message.ts';

export const calendarLabels = {
  'free_day.weekend': { kk: 'демалыс күні', ru: 'выходной', en: 'weekend' },
  'free_day.new_year': { kk: 'Жаңа жыл', ru: 'Новый год', en: 'New Year' },
  'free_day.orthodox_christmas': {
    kk: 'Православиелік Рождество',
    ru: 'Православное Рождество',
    en: 'Orthodox Christmas',
  },
  'free_day.womens_day': {
    kk: 'Халықаралық әйелдер күні',
    ru: 'Международный женский день',
    en: 'Women’s Day',
  },
  'free_day.constitution_day': { kk: 'Конституция күні', ru: 'День Конституции', en: 'Constitution Day' },
  'free_day.nauryz': { kk: 'Наурыз мейрамы', ru: 'Наурыз мейрамы', en: 'Nauryz' },
  'free_day.unity_day': {
    kk: 'Қазақстан халқының бірлігі мерекесі',
    ru: 'Праздник единства народа Казахстана',
    en: 'Unity Day',
  },
  'free_day.defenders_day': {
    kk: 'Отан қорғаушы күні',
    ru: 'День защитника Отечества',
    en: 'Defender’s Day',
  },
  'free_day.victory_day': { kk: 'Жеңіс күні', ru: 'День Победы', en: 'Victory Day' },
  'free_day.kurban_ait': { kk: 'Құрбан айт', ru: 'Курбан айт', en: 'Kurban Ait' },
  'free_day.capital_day': { kk: 'Астана күні', ru: 'День столицы', en: 'Capital Day' },
  'free_day.republic_day': { kk: 'Республика күні', ru: 'День Республики', en: 'Republic Day' },
  'free_day.independence_day': { kk: 'Тәуелсіздік күні', ru: 'День Независимости', en: 'Independence Day' },
  'free_day.moved_day_off': {
    kk: 'ауыстырылған демалыс күні',
    ru: 'перенесённый выходной',
    en: 'moved day off',
  },
} as const satisfies Labels<'free_day', NonWorkingReason>;
