import type { Translated } from "../../catalogue";
import type { settings as english } from "../en/settings";

export const settings: Translated<typeof english> = {};
