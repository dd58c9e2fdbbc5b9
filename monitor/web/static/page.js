// The page works without this: a chosen filter is sent at once, and a comparison that was not whole comes by itself.
"use strict";
for (const select of document.querySelectorAll("form.filters select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
const waiting = document.querySelector("[data-reload]");
if (waiting) {
  fetch(waiting.dataset.reload).then((answer) => { if (answer.ok) location.reload(); });
}
