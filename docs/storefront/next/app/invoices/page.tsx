import { Invoices } from "./Invoices";

export default function Page() {
  return (
    <main>
      <h1>My invoices</h1>
      <Invoices
        apiUrl={process.env.INVOICES_API_URL ?? "http://127.0.0.1:8080/graphql/"}
        saleorApiUrl={process.env.SALEOR_API_URL ?? "http://127.0.0.1:8090/graphql/"}
      />
    </main>
  );
}
