// Fails when src/generated/ is not what codegen makes of the schema and the operations.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = "src/generated";

const read = () =>
  new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")]));

const before = read();
execFileSync("npx", ["--no-install", "graphql-codegen", "--config", "codegen.ts", "--silent"], {
  stdio: ["ignore", "ignore", "inherit"],
});
const after = read();
const drifted = [...after]
  .filter(([name, text]) => before.get(name) !== text)
  .map(([name]) => name);
if (drifted.length > 0) {
  process.stderr.write(
    `${drifted.join(", ")} did not fit ../graphql; written anew, please commit (npm run codegen).\n`,
  );
  process.exit(1);
}
