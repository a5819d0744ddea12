/** The console's frame: sign-in, rooms by role, routes after the `#`, and the language switch. */
import { ApiError } from '../shared/api.js';
import { settleAccent } from '../shared/contrast.js';
import { attribute, drawing, fill, h } from '../shared/dom.js';
import { LANGUAGES, LANGUAGE_NAMES, localeOf } from '../shared/i18n.js';
import { App } from './app.js';
import { ArchiveRoom } from './archive.js';
import { ArticleRoom } from './articles.js';
import { DeskRoom } from './desk.js';
import { NeedRoom } from './needs.js';
import { ownPassword } from './ownPassword.js';
import { PeopleRoom } from './people.js';
import { ProgramRoom } from './programs.js';
import { SetupRoom } from './setup.js';
import { signIn } from './signin.js';
import { SynonymRoom } from './synonyms.js';
import { ICONS, confirmed } from './ui.js';
import { UsageRoom } from './usage.js';

/** A room that stays goes on unseen while another one is looked at. @type {Record<string, { icon: keyof typeof ICONS, right: import('./app.js').Right, stays?: boolean, open: (app: App) => import('./app.js').Room }>} */
const ROOMS = {
  // whoever looks something up is still there for their shoppers, and hears of them
  desk: { icon: 'desk', right: 'desk', stays: true, open: (app) => new DeskRoom(app) },
  // filters are as they were for whoever comes back from what was found
  archive: { icon: 'search', right: 'desk', stays: true, open: (app) => new ArchiveRoom(app) },
  // whoever comes back goes on where they were
  articles: { icon: 'article', right: 'articles', stays: true, open: (app) => new ArticleRoom(app) },
  needs: { icon: 'help', right: 'articles', stays: true, open: (app) => new NeedRoom(app) },
  usage: { icon: 'usage', right: 'articles', stays: true, open: (app) => new UsageRoom(app) },
  synonyms: { icon: 'synonyms', right: 'articles', open: (app) => new SynonymRoom(app) },
  people: { icon: 'people', right: 'people', open: (app) => new PeopleRoom(app) },
  programs: { icon: 'plug', right: 'people', open: (app) => new ProgramRoom(app) },
  // what is entered and not saved yet is still there for whoever comes back
  setup: { icon: 'setup', right: 'people', stays: true, open: (app) => new SetupRoom(app) },
};

/** @type {Promise<void> | undefined} */
let asking;
/** @type {{ name: string, room: import('./app.js').Room } | undefined} */
let current;
/** Those that stay, once they were opened. @type {Map<string, import('./app.js').Room>} */
const staying = new Map();
/** How far those were scrolled. @type {Map<string, number>} */
const scrolled = new Map();

const app = new App(() => (asking ??= askAgain().finally(() => (asking = undefined))));
const main = h('main', { id: 'content', tabindex: '-1' });

/** Signs in again over the page, which keeps everything that was being written. */
function askAgain() {
  return new Promise((/** @type {(value: void) => void} */ resolve) => {
    const dialog = h('dialog', { 'aria-label': app.t('in.title') });
    dialog.append(
      signIn(
        app,
        (user) => {
          const other = user.name !== app.user?.name;
          app.welcome(user);
          // closed first: that gives the focus back to what was being written
          dialog.close();
          dialog.remove();
          if (other) {
            // what waits for this sign-in is somebody else's, and must not be done in this name
            location.reload();
          } else {
            resolve();
          }
        },
        { intro: app.t('in.again'), who: app.user?.name },
      ),
    );
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  });
}

function rooms() {
  return Object.entries(ROOMS).filter(([, room]) => app.may(room.right));
}

function frame() {
  const { t } = app;
  document.title = t('app.name');
  fill(
    document.body,
    h('a', { class: 'skip', href: '#content', onclick: skip }, t('app.skip')),
    h(
      'header',
      { class: 'bar' },
      h('span', { class: 'brand' }, h('span', { class: 'brand-mark' }, drawing(ICONS.bell)), h('span', {}, t('app.name'))),
      h(
        'nav',
        { 'aria-label': t('app.rooms') },
        ...rooms().map(([name, room]) =>
          h(
            'a',
            { href: `#/${name}`, 'data-room': name },
            drawing(ICONS[room.icon]),
            h('span', {}, t(/** @type {import('./app.js').Key} */ (`app.${name}`))),
          ),
        ),
      ),
      languages(),
      app.user && h('button', { type: 'button', class: 'who', title: t('own.title'), onclick: () => void ownPassword(app) }, drawing(ICONS.person), h('span', {}, app.user.name)),
      app.user &&
        h('button', { type: 'button', class: 'icon-button', title: t('app.out'), 'aria-label': t('app.out'), onclick: leave }, drawing(ICONS.out)),
    ),
    app.notices,
    main,
  );
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  main.focus();
}

function languages() {
  return h(
    'div',
    { class: 'languages', role: 'group', 'aria-label': app.t('app.language') },
    ...LANGUAGES.map((language) =>
      h(
        'button',
        {
          type: 'button',
          lang: localeOf(language),
          'aria-pressed': String(language === app.language),
          onclick: async () => {
            if (language !== app.language && (await parted())) {
              await app.speak(language);
              show();
            }
          },
        },
        LANGUAGE_NAMES[language],
      ),
    ),
  );
}

/** True where something would be lost if the page went. */
function unsaved() {
  return [...staying.values()].some((room) => room.unsaved?.());
}

/** True where nothing would be lost, or whoever leaves wants it so. */
async function parted() {
  const { t } = app;
  return !unsaved() || (await confirmed(t('app.unsaved.title'), t('app.unsaved.text'), t('talk.cancel'), t('app.unsaved.go')));
}

async function leave() {
  if (!(await parted())) {
    return;
  }
  try {
    await app.api.delete('session');
    app.user = undefined;
    history.replaceState(null, '', '#/');
    show();
  } catch (failure) {
    app.sayWhy(failure);
  }
}

/** Draws the whole page anew. */
function show() {
  leaveRoom();
  staying.forEach((room) => room.close?.());
  staying.clear();
  scrolled.clear();
  frame();
  if (app.user) {
    route();
  } else {
    fill(main, h('div', { class: 'gate' }, signIn(app, (user) => (app.welcome(user), show()))));
    main.querySelector('input')?.focus();
  }
}

function leaveRoom() {
  if (current && staying.has(current.name)) {
    scrolled.set(current.name, main.scrollTop);
    current.room.leave?.();
  } else {
    current?.room.close?.();
  }
  current = undefined;
}

/** A part of the address without its escapes; what is none stays as it is. @param {string} part */
function plain(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Shows the room that the address names, or the first that the role allows. */
function route() {
  const [name = '', ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(plain);
  const allowed = rooms();
  const [chosen, room] = allowed.find(([it]) => it === name) ?? allowed[0] ?? [];
  if (!app.user || !chosen || !room) {
    return;
  }
  if (current?.name !== chosen) {
    leaveRoom();
    current = { name: chosen, room: staying.get(chosen) ?? room.open(app) };
    if (room.stays) {
      staying.set(chosen, current.room);
    }
    fill(main, current.room.element);
    main.scrollTop = scrolled.get(chosen) ?? 0;
  }
  for (const link of document.querySelectorAll('[data-room]')) {
    attribute(link, 'aria-current', link.getAttribute('data-room') === chosen ? 'page' : null);
  }
  document.querySelector('[data-room][aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  current.room.route?.(chosen === name ? rest : []);
}

async function start() {
  await app.speak(app.language);
  settleAccent(document.documentElement, document.body);
  try {
    app.welcome(await app.api.get('session'));
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.status !== 401) {
      frame();
      await confirmed(app.t('in.title'), app.why(failure), app.t('talk.retry'));
      location.reload();
      return;
    }
  }
  show();
}

addEventListener('beforeunload', (event) => unsaved() && event.preventDefault());
addEventListener('hashchange', () => app.user && route());
void start();
