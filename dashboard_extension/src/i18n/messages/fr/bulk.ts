import type { Translated } from "../../catalogue";
import type { bulk as english } from "../en/bulk";

export const bulk: Translated<typeof english> = {};
