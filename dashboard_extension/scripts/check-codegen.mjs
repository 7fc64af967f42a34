// Fails when a folder of codegen's is not what codegen makes of the schema and the operations.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const FOLDERS = ["src/generated", "src/settings/webhooks/generated", "src/imports/generated"];

const read = () =>
  new Map(
    FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)).map(
      (path) => [path, readFileSync(path, "utf8")],
    ),
  );

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
