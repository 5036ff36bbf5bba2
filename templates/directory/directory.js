
(() => {
  "use strict";
  const form = document.getElementById("find");
  if (!form) return;
  const count = document.getElementById("count");
  const cards = [...document.querySelectorAll(".providers > li")];
  const plain = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/['\u2018\u2019\u02bc`\u00b4]/g, "").replace(/[-\u2010-\u2015\s]+/g, " ")
      .replace(/\bmaths\b/g, "mathematics");
  const written = (card) => [...card.querySelectorAll("h3, p, dd")].map((each) => each.textContent).join(" ");
  const texts = new Map(cards.map((card) => [card, plain(written(card))]));
  const box = (id) => document.getElementById(id);
  const value = (id) => (box(id) ? box(id).value.trim() : "");

  // What a provider says on each thing asked: that it fits, that it does not, or nothing.
  const YES = "yes", NO = "no", SILENT = "silent";
  const answer = (said, fits) => (said ? (fits ? YES : NO) : SILENT);
  const fits = (card, asked) => {
    const said = card.dataset;
    const age = said.youngest !== undefined;
    const answers = [
      asked.words.every((word) => texts.get(card).includes(word)) ? YES : NO,
      asked.subject ? answer(said.subjects, said.subjects.split("|").includes(asked.subject)) : YES,
      asked.day ? answer(said.days, said.days.split(" ").includes(asked.day)) : YES,
      asked.registered ? answer(said.registered, said.registered === asked.registered) : YES,
      asked.age === null ? YES : answer(age, Number(said.youngest) <= asked.age && asked.age <= Number(said.oldest)),
    ];
    return answers.includes(NO) ? NO : answers.includes(SILENT) ? SILENT : YES;
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
    let shown = 0, silent = 0;
    for (const card of cards) {
      const found = fits(card, asked);
      card.hidden = found !== YES;
      if (found === YES) shown += 1;
      if (found === SILENT) silent += 1;
    }
    const all = cards.length === 1 ? "1 provider" : `${cards.length} providers`;
    count.textContent = shown === cards.length ? all : `${shown} of ${all}`;
    if (shown === 0) count.textContent += ": take something out of the search to see more";
    if (silent === 1) count.textContent += "; 1 more may fit and publishes nothing on what was asked";
    if (silent > 1) count.textContent += `; ${silent} more may fit and publish nothing on what was asked`;
  };

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
