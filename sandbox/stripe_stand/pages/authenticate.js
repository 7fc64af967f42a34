// The bank's page: the customer answers, and Stripe is told.
import { begun, call, speak } from "./words.js";

const ZERO = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");
const THREE = "bhd jod kwd omr tnd".split(" ");

const [given, port] = await begun();
const words = speak(given.locale);
const [id] = given.clientSecret.split("_secret_");
const decimals = ZERO.includes(given.currency) ? 0 : THREE.includes(given.currency) ? 3 : 2;
const amount = new Intl.NumberFormat(document.documentElement.lang, {
  style: "currency", currency: given.currency, minimumFractionDigits: decimals,
}).format(given.amount / 10 ** decimals);

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
