// The bank's page: the customer answers, and Stripe is told.
import { money } from "./money.js";
import { begun, call, speak } from "./words.js";

const [given, port] = await begun();
const words = speak(given.locale);
const [id] = given.clientSecret.split("_secret_");
const amount = money(given.amount, given.currency, document.documentElement.lang);

document.querySelector("#bank").textContent = words.bank;
document.querySelector("#asks").textContent = words.asks.replace("{amount}", amount);
for (const name of ["complete", "fail"]) {
  const button = document.querySelector(`#${name}`);
  button.textContent = words[name];
  button.addEventListener("click", async () => {
    for (const each of document.querySelectorAll("button")) each.disabled = true;
    const asked = { key: given.key, client_secret: given.clientSecret };
    const success = name === "complete";
    const path = `payment_intents/${id}/_authenticate`;
    port.postMessage({ event: "answered", answer: await call("POST", path, { ...asked, success }) });
  });
}
document.querySelector("#complete").focus();
