// node compose.mjs '[{"name", "url", "file"}, ...]' > supergraph.graphql
// Composes subgraphs into a supergraph; what can't be composed is told, and the exit code is 1.
import { readFileSync } from "node:fs";
import { compositionHasErrors, composeServices } from "@theguild/federation-composition";
import { parse } from "graphql";

const services = JSON.parse(process.argv[2]).map(({ name, url, file }) => ({
  name,
  url,
  typeDefs: parse(readFileSync(file, "utf8"), { noLocation: true }),
}));
const result = composeServices(services);
if (compositionHasErrors(result)) {
  for (const error of result.errors) console.error(error.message);
  process.exit(1);
}
process.stdout.write(result.supergraphSdl);
