
(() => {
  "use strict";
  const form = document.getElementById("find");
  if (!form) return;
  const count = document.getElementById("count");
  const cards = [...document.querySelectorAll(".providers > li")];
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const written = (card) => [...card.querySelectorAll("h3, p, dd")].map((each) => each.textContent).join(" ");
  const texts = new Map(cards.map((card) => [card, plain(written(card))]));
  const box = (id) => document.getElementById(id);
  const value = (id) => (box(id) ? box(id).value.trim() : "");

  const fits = (card, asked) => {
    const said = card.dataset;
    if (!asked.words.every((word) => texts.get(card).includes(word))) return false;
    if (asked.subject && !said.subjects.split("|").includes(asked.subject)) return false;
    if (asked.day && !said.days.split(" ").includes(asked.day)) return false;
    if (asked.registered && said.registered !== asked.registered) return false;
    if (asked.age === null) return true;
    return said.youngest !== undefined && Number(said.youngest) <= asked.age && asked.age <= Number(said.oldest);
  };

  const show = () => {
    const age = value("age");
    const asked = {
      words: plain(value("words")).split(/\s+/).filter(Boolean),
      subject: value("subject"),
      day: value("day"),
      registered: value("registered"),
      age: age === "" || Number.isNaN(Number(age)) ? null : Number(age),
    };
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(card, asked);
      if (!card.hidden) shown += 1;
    }
    const all = cards.length === 1 ? "1 provider" : `${cards.length} providers`;
    count.textContent = shown === cards.length ? all : `${shown} of ${all}`;
    if (shown === 0) count.textContent += ": take something out of the search to see more";
  };

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
