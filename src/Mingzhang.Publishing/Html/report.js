// Stepping through the findings. The page reads and filters without this script.
(() => {
  "use strict";
  const cards = [...document.querySelectorAll(".finding")];
  const position = document.getElementById("position");
  let current = -1;

  const shown = card => card.offsetParent !== null;
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
    const list = card.closest(".list");
    if (list.scrollHeight > list.clientHeight) {
      list.scrollTo({ top: card.offsetTop - list.offsetTop - list.clientHeight / 3, behavior: "smooth" });
    }
    const pin = pinOf(card);
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
  document.addEventListener("click", event => {
    const pin = event.target.closest(".pin");
    const card = event.target.closest(".finding");
    const mark = event.target.closest("mark");
    if (pin) {
      const index = cards.findIndex(c => "#" + c.id === pin.getAttribute("href"));
      event.preventDefault();
      select(index, getComputedStyle(document.querySelector(".columns")).display !== "grid");
      if (getComputedStyle(document.querySelector(".columns")).display !== "grid") cards[index].scrollIntoView({ block: "start", behavior: "smooth" });
    } else if (card && !event.target.closest("dd a, summary")) {
      event.preventDefault();
      select(cards.indexOf(card), true);
    } else if (mark) {
      const article = mark.closest("article");
      const first = mark.dataset.f.split(" ")[0];
      select(cards.findIndex(c => c.closest("article") === article && c.dataset.f === first), false);
    }
  });
  for (const box of document.querySelectorAll(".switch")) box.addEventListener("change", () => select(-1, false));
  document.documentElement.classList.add("scripted");
  if (cards.length) position.textContent = cards.length;
  else document.querySelector(".stepper").remove();
})();
