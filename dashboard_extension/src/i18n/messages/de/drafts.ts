import type { Translated } from "../../catalogue";
import type { drafts as english } from "../en/drafts";

export const drafts: Translated<typeof english> = {};
