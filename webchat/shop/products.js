/** What stands in the window of the example shop: eight pieces of src/docs/example-shop.md's catalogue. */

/**
 * @typedef {object} Product
 * @property {string} code
 * @property {string} picture
 * @property {Record<'en' | 'zh', string>} name
 * @property {Record<'en' | 'zh', string>} line
 * @property {Record<'en' | 'zh', number>} price pounds in the UK store, yuan in the China store
 */

/** @type {Product[]} */
export const PRODUCTS = [
  {
    code: 'LL-H201',
    picture: 'lamp',
    name: { en: 'Glow table lamp', zh: '微光台灯' },
    line: { en: 'Warm light for the end of the day', zh: '一盏暖光，收好一天' },
    price: { en: 49, zh: 429 },
  },
  {
    code: 'LL-C101',
    picture: 'jumper',
    name: { en: 'Harbour merino jumper', zh: '海港美利奴毛衣' },
    line: { en: 'Merino wool, hand wash at 30 °C', zh: '美利奴羊毛，30 °C 手洗' },
    price: { en: 69, zh: 599 },
  },
  {
    code: 'LL-H210',
    picture: 'pot',
    name: { en: 'Simmer cast-iron pot 24 cm', zh: '慢炖铸铁锅 24 cm' },
    line: { en: 'For stews that take their time', zh: '小火慢炖，味道慢慢来' },
    price: { en: 89, zh: 769 },
  },
  {
    code: 'LL-E302',
    picture: 'headphones',
    name: { en: 'Hush over-ear headphones', zh: '静谧头戴耳机' },
    line: { en: 'Two-year warranty, as on all electronics', zh: '两年质保，电子产品都一样' },
    price: { en: 139, zh: 1199 },
  },
  {
    code: 'LL-H209',
    picture: 'dinner',
    name: { en: 'Kiln stoneware dinner set (12 pieces)', zh: '窑变餐具（12 件）' },
    line: { en: 'Twelve pieces for every day', zh: '十二件，日常够用' },
    price: { en: 79, zh: 679 },
  },
  {
    code: 'LL-E306',
    picture: 'kettle',
    name: { en: 'Kettle Swift 1.2 l', zh: '雨燕电水壶 1.2 升' },
    line: { en: 'Three-pin plug, 220–240 V', zh: '国标插头，220–240 V' },
    price: { en: 45, zh: 389 },
  },
  {
    code: 'LL-C111',
    picture: 'scarf',
    name: { en: 'Hearth cashmere scarf', zh: '炉边羊绒围巾' },
    line: { en: 'Cashmere, in ember red', zh: '羊绒织就，余烬红' },
    price: { en: 55, zh: 459 },
  },
  {
    code: 'LL-H208',
    picture: 'bookcase',
    name: { en: 'Nook bookcase', zh: '角落书架' },
    line: { en: 'Five-year warranty, as on all furniture', zh: '家具质保五年' },
    price: { en: 159, zh: 1399 },
  },
];
