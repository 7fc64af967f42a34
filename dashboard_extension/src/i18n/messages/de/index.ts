import type { Messages } from "../../catalogue";
import { bulk } from "./bulk";
import { document } from "./document";
import { drafts } from "./drafts";
import { history } from "./history";
import { list } from "./list";
import { panels } from "./panels";
import { problems } from "./problems";
import { reports } from "./reports";
import { sellers } from "./sellers";
import { settingNames } from "./settingNames";
import { settingPages } from "./settingPages";
import { settings } from "./settings";
import { setup } from "./setup";
import { shell } from "./shell";
import { verbs } from "./verbs";

export const de: Messages = {
  ...bulk,
  ...document,
  ...drafts,
  ...history,
  ...list,
  ...panels,
  ...problems,
  ...reports,
  ...sellers,
  ...settingNames,
  ...settingPages,
  ...settings,
  ...setup,
  ...shell,
  ...verbs,
};
