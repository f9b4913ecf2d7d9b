// Stepping through the findings. The page reads and filters without this script.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll(".finding")];
  const position = document.getElementById("position");
  let current = -1;

  const shown = card => card.offsetParent !== null;
  const views = { pages: document.getElementById("view-pages"), text: document.getElementById("view-text") };
  const inPages = () => views.pages !== null && views.pages.checked;
  const boxOf = card => document.getElementById(card.dataset.d + "b" + card.dataset.f);
  const pinOf = card => document.getElementById(card.dataset.d + "m" + card.dataset.f);

  function select(index, scrollText) {
    for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
    current = index;
    const card = cards[index];
    if (!card) return;
    card.classList.add("current");
    const article = card.closest("article");
    for (const mark of article.querySelectorAll("mark")) {
      if (mark.dataset.f.split(" ").includes(card.dataset.f)) mark.classList.add("current");
    }
    for (const shape of article.querySelectorAll(".pages [data-f]")) {
      if (shape.dataset.f === card.dataset.f) shape.classList.add("current");
    }
    const list = card.closest(".list");
    if (list.scrollHeight > list.clientHeight) {
      const offset = card.getBoundingClientRect().top - list.getBoundingClientRect().top;
      list.scrollTo({ top: list.scrollTop + offset - list.clientHeight / 3, behavior: "smooth" });
    }
    const pin = inPages() ? boxOf(card) : pinOf(card);
    if (scrollText && pin) pin.scrollIntoView({ block: "center", behavior: "smooth" });
    else if (scrollText) card.scrollIntoView({ block: "center", behavior: "smooth" });
    const visible = cards.filter(shown);
    position.textContent = visible.indexOf(card) + 1 + " / " + visible.length;
  }

  function step(by) {
    for (let i = current + by; i >= 0 && i < cards.length; i += by) {
      if (shown(cards[i])) return select(i, true);
    }
  }

  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
  });
  const sideBySide = () => getComputedStyle(document.querySelector(".columns")).display === "grid";
  const focus = element => element && element.focus({ preventScroll: true });

  // A box or a number on a page, or a number in the text: to its finding.
  function toFinding(index, event) {
    if (index < 0) return;
    event.preventDefault();
    select(index, false);
    if (!sideBySide()) cards[index].scrollIntoView({ block: "start", behavior: "smooth" });
    if (event.detail === 0) focus(cards[index].querySelector(".message a"));
  }

  document.addEventListener("click", event => {
    const box = event.target.closest(".box, .pin");
    const card = event.target.closest(".finding");
    const mark = event.target.closest("mark");
    if (box && box.hasAttribute("href")) {
      toFinding(cards.findIndex(c => "#" + c.id === box.getAttribute("href")), event);
    } else if (card && event.target.closest("dd a")) {
      // To a place of the evidence, in the view that has it.
      const onPage = event.target.closest(".page-link") !== null;
      if (views.pages) (onPage ? views.pages : views.text).checked = true;
      select(cards.indexOf(card), false);
    } else if (card && !event.target.closest("summary")) {
      event.preventDefault();
      select(cards.indexOf(card), true);
      if (event.detail === 0 && inPages()) focus(boxOf(card));
    } else if (mark) {
      const article = mark.closest("article");
      const first = mark.dataset.f.split(" ")[0];
      select(cards.findIndex(c => c.closest("article") === article && c.dataset.f === first), false);
    }
  });
  for (const box of document.querySelectorAll(".switch[type=checkbox]")) box.addEventListener("change", () => select(-1, false));
  document.documentElement.classList.add("scripted");
  if (cards.length) position.textContent = cards.length;
  else document.querySelector(".stepper").remove();
})();
