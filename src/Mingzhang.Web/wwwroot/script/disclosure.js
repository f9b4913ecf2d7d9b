// What script adds to the page of a disclosure: folding of code tables, the figure under the pointer lit on both sides, the place in the
// contents. Without it everything is there and open.
const english = document.documentElement.lang === "en";
const say = (zh, en) => english ? en : zh;

// Folding by 类, 款, 项. A row knows the key of the row that it is a part of.
function fold(sheet) {
  const rows = [...sheet.querySelectorAll("tbody tr[data-key]")];
  const byKey = new Map(rows.map(row => [row.dataset.key, row]));
  const parts = new Map();
  for (const row of rows) {
    const whole = byKey.get(row.dataset.parent);
    if (whole) parts.set(whole, [...(parts.get(whole) ?? []), row]);
  }
  const buttons = new Map();
  const isOpen = row => buttons.get(row)?.getAttribute("aria-expanded") !== "false";
  const show = () => {
    for (const row of rows) {
      let whole = byKey.get(row.dataset.parent), open = true;
      while (whole && open) { open = isOpen(whole); whole = byKey.get(whole.dataset.parent); }
      row.hidden = !open;
    }
  };
  for (const [row, own] of parts) {
    if (row.classList.contains("total")) continue;
    const name = row.querySelector("th[scope=row]") ?? row.cells[0];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-label", say(`展开或收起${name.textContent.trim()}`, `Show or hide the parts of ${name.textContent.trim()}`));
    button.addEventListener("click", () => {
      button.setAttribute("aria-expanded", String(!isOpen(row)));
      press(null);
      show();
    });
    name.prepend(button);
    buttons.set(row, button);
  }

  // How deep the table is shown as a whole.
  const depths = [["class", say("类", "Classes")], ["section", say("款", "Sections")], ["item", say("项", "Items")]].filter(([level]) => rows.some(row => row.classList.contains(level)));
  const bar = document.createElement("div");
  bar.className = "folding";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", say("展开到", "Show down to"));
  const press = pressed => { for (const other of bar.children) other.setAttribute("aria-pressed", String(other === pressed)); };
  depths.forEach(([, label], depth) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-pressed", String(depth === depths.length - 1));
    button.addEventListener("click", () => {
      for (const [row, own] of buttons) {
        const at = depths.findIndex(([level]) => row.classList.contains(level));
        own.setAttribute("aria-expanded", String(at < depth));
      }
      press(button);
      show();
    });
    bar.append(button);
  });
  if (depths.length > 1) sheet.closest(".leaf").querySelector(".form-head").append(bar);

  // A link to a folded row opens what it is in.
  return target => {
    const row = target.closest("tr");
    if (!row?.hidden || !sheet.contains(row)) return;
    for (let whole = byKey.get(row.dataset.parent); whole; whole = byKey.get(whole.dataset.parent)) buttons.get(whole)?.setAttribute("aria-expanded", "true");
    press(null);
    show();
  };
}

const openers = [...document.querySelectorAll("[data-folds]")].map(fold);
function arrive() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!target) return;
  const hidden = target.closest("tr")?.hidden;
  for (const open of openers) open(target);
  if (hidden) target.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", arrive);
arrive();

// A figure of the text and the same figure beside it light up together.
for (const pair of document.querySelectorAll(".told-pair")) {
  const light = (event, on) => {
    const link = event.target.closest?.("a[href^='#c-']");
    if (!link) return;
    for (const same of pair.querySelectorAll(`a[href="${link.getAttribute("href")}"]`)) same.classList.toggle("lit", on);
  };
  pair.addEventListener("pointerover", event => light(event, true));
  pair.addEventListener("pointerout", event => light(event, false));
  pair.addEventListener("focusin", event => light(event, true));
  pair.addEventListener("focusout", event => light(event, false));
}

// Where the reader is, in the contents. On a narrow screen the contents begin closed.
const contents = document.querySelector("nav.contents");
if (contents) {
  if (matchMedia("(max-width: 60rem)").matches) contents.querySelector("details").open = false;
  const links = new Map([...contents.querySelectorAll("a[href^='#']")].map(link => [link.getAttribute("href").slice(1), link]));
  const places = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  let current = null, waiting = false;
  const look = () => {
    waiting = false;
    let here = null;
    for (const place of places) {
      if (place.getBoundingClientRect().top > 120) break;
      here = place;
    }
    const link = here && links.get(here.id);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "true");
    const box = link.getBoundingClientRect(), frame = contents.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) contents.scrollTop += box.top - frame.top - frame.height / 3;
  };
  addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(look); } }, { passive: true });
  look();
}
