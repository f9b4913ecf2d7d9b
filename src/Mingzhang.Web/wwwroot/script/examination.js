// The findings beside the document: stepping by keyboard, links both ways, decisions without losing the place. The page reads, filters and takes decisions without it.
document.documentElement.classList.add('scripted');

const list = document.querySelector('.list'), pane = document.querySelector('.document'), stepper = document.querySelector('.stepper');
const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
const sideBySide = () => matchMedia('(min-width: 62rem)').matches;
let current = 0;

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
  for (const mark of pane.querySelectorAll('[data-f]')) {
    if (mark.dataset.f.split(' ').includes(String(number))) mark.classList.add('current');
  }
  if (card) reveal(chosen, 0.2);
  if (place && (sideBySide() || !card)) reveal(placeOf(number), 0.35);
  if (focus) chosen.focus({ preventScroll: true });
  const all = cards();
  if (stepper) stepper.querySelector('.position').textContent = `${all.indexOf(chosen) + 1} / ${all.length}`;
}

function step(by) {
  const all = cards();
  if (!all.length) return;
  const at = all.findIndex(c => Number(c.dataset.f) === current);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  raise();
  select(all[next].dataset.f, { focus: true });
}

if (stepper && cards().length) {
  stepper.hidden = false;
  stepper.querySelector('.position').textContent = `– / ${cards().length}`;
  stepper.addEventListener('click', event => {
    const button = event.target.closest('[data-step]');
    if (button) step(Number(button.dataset.step));
  });
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
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

// Decisions: the answer is the whole page; what changed of it takes its place here.
document.addEventListener('submit', async event => {
  const form = event.target.closest('.finding form');
  if (!form) return;
  event.preventDefault();
  const card = form.closest('.finding'), body = new URLSearchParams(new FormData(form));
  body.set('decision', event.submitter ? event.submitter.value : 'dismissed');
  if (body.get('decision') === 'dismissed' && !body.get('reason').trim()) {
    form.querySelector('input[name=reason]').focus();
    form.querySelector('input[name=reason]').setAttribute('aria-invalid', 'true');
    return;
  }
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById(card.id), counts = page.querySelector('.examined .counts');
  if (counts) document.querySelector('.examined .counts').replaceWith(counts);
  if (!fresh) {
    // The filter shows it no more.
    step(1);
    card.remove();
    return;
  }
  card.replaceWith(fresh);
  select(fresh.dataset.f, { card: false, place: false, focus: true });
});

const zoom = document.querySelector('.zoom');
if (zoom) {
  zoom.hidden = false;
  zoom.querySelector('input').addEventListener('input', event => document.querySelector('.pages').style.setProperty('--zoom', event.target.value / 100));
}

// The filter answers at once.
for (const field of document.querySelectorAll('.filter input[type=checkbox], .filter select')) field.addEventListener('change', () => field.form.requestSubmit());

if (/^#f\d+$/.test(location.hash)) select(location.hash.slice(2));
