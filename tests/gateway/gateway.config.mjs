// The gateway passes the customer's token on, and which Saleor it is of.
import { defineConfig } from "@graphql-hive/gateway";

const PASSED_ON = ["authorization", "authorization-bearer", "saleor-api-url"];

export const gatewayConfig = defineConfig({
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(
        PASSED_ON.map((name) => [name, request.headers.get(name)]).filter(([, value]) => value),
      ),
  },
});
