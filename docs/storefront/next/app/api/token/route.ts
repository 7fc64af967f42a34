/** Gives the browser the customer's Saleor token. A real shop reads it from its own session. */
export async function GET() {
  const saleor = process.env.SALEOR_API_URL ?? "http://127.0.0.1:8090/graphql/";
  const query = `mutation { tokenCreate(email: "customer@example.com", password: "customer") { token } }`;
  const answer = await fetch(saleor, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data } = await answer.json();
  return new Response(data.tokenCreate.token);
}
