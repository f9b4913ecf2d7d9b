// Results while one types: the same page is fetched, and its results take the place of the old ones.
const form = document.getElementById('search-form');
const field = document.getElementById('q');
let timer;
let asked;

async function look() {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value) address.searchParams.set(name, value);
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(address, { signal: asked.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.getElementById('found').replaceWith(page.getElementById('found'));
    document.title = page.title;
    history.replaceState(null, '', address);
    const language = document.querySelector('a.language'), theirs = page.querySelector('a.language');
    if (language && theirs) language.href = theirs.getAttribute('href');
  } catch (problem) {
    if (problem.name !== 'AbortError') throw problem;
  }
}

if (form && field) {
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, 250);
  };
  field.addEventListener('input', event => { if (!event.isComposing) soon(); });
  field.addEventListener('compositionend', soon);
  form.addEventListener('change', soon);
}
