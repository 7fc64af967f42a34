import type { Messages } from "../../catalogue";
import { bulk } from "./bulk";
import { document } from "./document";
import { drafts } from "./drafts";
import { list } from "./list";
import { panels } from "./panels";
import { problems } from "./problems";
import { reports } from "./reports";
import { settings } from "./settings";
import { setup } from "./setup";
import { shell } from "./shell";

export const pl: Messages = {
  ...bulk,
  ...document,
  ...drafts,
  ...list,
  ...panels,
  ...problems,
  ...reports,
  ...settings,
  ...setup,
  ...shell,
};
