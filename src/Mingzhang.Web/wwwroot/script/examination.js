// The findings beside the document: stepping by keyboard, links both ways, decisions without losing the place. The page reads, filters and takes decisions without it.
document.documentElement.classList.add('scripted');

const stepper = document.querySelector('.stepper');
const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
const sideBySide = () => matchMedia('(min-width: 62rem)').matches;
let current = 0, at = -1;

const cards = () => [...document.querySelectorAll('.finding')];
const cardOf = number => document.getElementById('f' + number);
const placeOf = number => document.getElementById('b' + number) || document.getElementById('m' + number);

// Near things are scrolled to so that the eye can follow; far ones at once, so that the pages between need not be drawn.
const behaviour = (distance, height) => reduced || Math.abs(distance) > 1.5 * height ? 'auto' : 'smooth';

// Within its own column when the columns stand side by side, so that the other one stays.
function reveal(element, share) {
  if (!element) return;
  const column = element.closest('.examination > section'), box = element.getBoundingClientRect();
  if (!column || !sideBySide()) return element.scrollIntoView({ block: 'center', inline: 'center', behavior: behaviour(box.top, innerHeight) });
  const distance = box.top - column.getBoundingClientRect().top - column.clientHeight * share;
  column.scrollTo({ top: column.scrollTop + distance, behavior: behaviour(distance, column.clientHeight) });
  const wide = element.closest('.pages');
  if (wide && wide.scrollWidth > wide.clientWidth) wide.scrollLeft += box.left - wide.getBoundingClientRect().left - wide.clientWidth / 2;
}

// The columns fill the window: they are brought up where the head of the page still takes room.
function raise() {
  const columns = document.querySelector('.examination');
  if (sideBySide() && columns.getBoundingClientRect().bottom > innerHeight + 40) (document.querySelector('.filter') || columns).scrollIntoView({ block: 'start', behavior: reduced ? 'auto' : 'smooth' });
}

function select(number, { card = true, place = true, focus = false } = {}) {
  for (const old of document.querySelectorAll('.current')) old.classList.remove('current');
  current = Number(number);
  const chosen = cardOf(number);
  if (!chosen) return;
  chosen.classList.add('current');
  for (const mark of document.querySelectorAll('.document [data-f]')) {
    if (mark.dataset.f.split(' ').includes(String(number))) mark.classList.add('current');
  }
  if (card) reveal(chosen, 0.2);
  if (place && (sideBySide() || !card)) reveal(placeOf(number), 0.35);
  if (focus) chosen.focus({ preventScroll: true });
  position();
}

function position() {
  const all = cards(), place = all.indexOf(cardOf(current));
  if (place >= 0) at = place;
  if (stepper) stepper.querySelector('.position').textContent = all.length ? `${place < 0 ? '–' : place + 1} / ${all.length}` : '';
}

function step(by) {
  const all = cards();
  if (!all.length) return;
  // From where one is; where the filter took that away, another has its place.
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : cardOf(current) || by < 0 ? at + by : at;
  raise();
  select(all[Math.min(all.length - 1, Math.max(0, next))].dataset.f, { focus: true });
}

stepper?.addEventListener('click', event => {
  const button = event.target.closest('[data-step]');
  if (button) step(Number(button.dataset.step));
});

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), textarea, select')) return;
  const onControl = event.target.closest('a, button, summary, .scroll');
  const card = cardOf(current);
  switch (event.key) {
    case 'j': step(1); break;
    case 'k': step(-1); break;
    case 'ArrowDown': if (onControl || !current) return; step(1); break;
    case 'ArrowUp': if (onControl || !current) return; step(-1); break;
    case 'c': card?.querySelector('.sum')?.toggleAttribute('open'); break;
    case 'a': card?.querySelector('.decide button[value=accepted]')?.click(); break;
    case 'd': {
      const form = card?.querySelector('.decide');
      if (!form) return;
      form.open = true;
      form.querySelector('input[name=reason]').focus();
      break;
    }
    case '?': document.querySelector('.keys')?.toggleAttribute('open'); break;
    default: return;
  }
  event.preventDefault();
});

document.addEventListener('click', event => {
  const box = event.target.closest('.box, .pin'), mark = event.target.closest('mark'), card = event.target.closest('.finding');
  if (box) {
    event.preventDefault();
    select(box.getAttribute('href').slice(2), { place: false, focus: event.detail === 0 });
  } else if (mark) {
    select(mark.dataset.f.split(' ')[0], { place: false });
  } else if (card) {
    const link = event.target.closest('a');
    const inside = link && link.getAttribute('href')?.startsWith('#');
    if (event.target.closest('summary, button, input, label, form') || (link && !inside)) return;
    if (!link || link.closest('.message')) {
      if (link) event.preventDefault();
      select(card.dataset.f, { card: false });
      if (!sideBySide() && link) reveal(placeOf(card.dataset.f), 0.35);
    } else {
      // To a place of the evidence.
      event.preventDefault();
      select(card.dataset.f, { card: false, place: false });
      const target = document.getElementById(link.getAttribute('href').slice(1));
      for (const old of document.querySelectorAll('.target')) old.classList.remove('target');
      target?.classList.add('target');
      reveal(target, 0.3);
    }
  }
});

document.addEventListener('submit', event => {
  const card = event.target.closest('.finding');
  if (card) select(card.dataset.f, { card: false, place: false });
}, true);

// Decisions and the filter are answered with a part of the page: the current finding stays, or the one behind it becomes it.
document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
  const decided = ctx.request.method === 'POST';
  if (cardOf(current)) select(current, { card: false, place: false, focus: decided });
  else if (decided) step(1);
  else position();
});
for (const name of ['htmx:response:error', 'htmx:before:history:restore']) document.addEventListener(name, event => {
  event.preventDefault();
  location.reload();
});

document.addEventListener('input', event => {
  if (event.target.closest('.zoom')) document.documentElement.style.setProperty('--zoom', event.target.value / 100);
});

position();
if (/^#f\d+$/.test(location.hash)) select(location.hash.slice(2));
