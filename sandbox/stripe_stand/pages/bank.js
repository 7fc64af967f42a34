// The bank's own page: the customer decides, and goes back to the shop.
import { money } from "./money.js";
import { speak } from "./words.js";

const $ = (selector) => document.querySelector(selector);
const buttons = [...document.querySelectorAll("button")];
const words = speak(navigator.language);
const here = location.pathname;

async function ask(path, options) {
  // Going back or forward, browsers take what they kept.
  const answered = await fetch(`${here}/${path}`, { cache: "no-store", ...options });
  const body = await answered.json();
  if (!answered.ok) throw new Error(body.error.message);
  return body;
}

/** Acts, and leaves for the shop where that is what comes of it. */
async function trying(act) {
  try {
    const { url, ...facts } = await act();
    if (url) location.replace(url);
    else show(facts);
  } catch (error) {
    $("#fault").textContent = error.message;
    $("#fault").hidden = false;
  }
}

function show({ amount, currency, seller }) {
  document.title = words.testBank;
  $("#bank").textContent = words.testBank;
  $("#asks").textContent = words.pays.replace("{seller}", seller);
  $("#amount").textContent = money(amount, currency, document.documentElement.lang);
  for (const button of buttons) button.textContent = words[button.id];
  $("main").hidden = false;
}

for (const button of buttons)
  button.addEventListener("click", () => {
    for (const each of buttons) each.disabled = true;
    void trying(() => ask(button.id, { method: "POST" }));
  });
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
await trying(() => ask("payment"));
