// The page is whole without this file. It keeps an opened page open in its tab, for as long as the
// server lets it, and shows what became of a payment as soon as that is known.
const key = `saleor-invoices:${location.pathname}`;
const address = location.href; // it may name a payment
const { dataset } = document.body;

/** Posts the session as a form does, so that the answer is a page like any other. */
function open(session) {
  const form = document.createElement("form");
  form.method = "post";
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "session";
  field.value = session;
  form.append(field);
  document.body.append(form);
  form.submit();
}

/** The page as it is now, or null where it can't be had. */
async function look() {
  const body = dataset.session ? new URLSearchParams({ session: dataset.session }) : null;
  const method = body ? "POST" : "GET";
  try {
    const answer = await fetch(address, { method, body, headers: { Accept: "text/html" } });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}

function show(page) {
  document.querySelector(".summary").replaceWith(page.querySelector(".summary"));
  dataset.outcome = page.body.dataset.outcome ?? "";
  const component = page.querySelector('script[src^="/storefront/"]');
  if (component) void import(component.src);
}

async function follow(tries) {
  if (dataset.outcome !== "pending" || tries > 40) return;
  await pause(tries < 20 ? 2 : 8);
  const page = await look();
  if (page && (page.body.dataset.outcome ?? "") !== dataset.outcome) show(page);
  return follow(tries + 1);
}

const pause = (seconds) => new Promise((done) => setTimeout(done, 1_000 * seconds));

/** After a payment: state and amount as they are now, above the thanks that stay where they are. */
async function renew(tries) {
  const page = await look();
  let changed = false;
  for (const part of [".top", ".amount"]) {
    const [old, fresh] = [document, page].map((one) => one?.querySelector(`.summary ${part}`));
    if (!fresh || fresh.textContent === old.textContent) continue;
    old.replaceWith(fresh);
    changed = true;
  }
  if (changed || tries > 8) return;
  await pause(tries < 4 ? 1 : 5);
  return renew(tries + 1);
}

if ("closed" in dataset) {
  const session = sessionStorage.getItem(key);
  sessionStorage.removeItem(key); // a session that is over is tried once
  if (session && !document.querySelector(".code")) open(session);
} else if ("open" in dataset) {
  if (dataset.session) {
    sessionStorage.setItem(key, dataset.session);
    history.replaceState(null, "", address); // reloading asks anew and posts no code twice
  }
  // What became of a payment is told: nobody need read on which one, and with which secret.
  if (dataset.outcome || !document.querySelector("saleor-invoice-payment"))
    history.replaceState(null, "", location.pathname);
  addEventListener("payment-success", () => void renew(0));
  void follow(0);
}
