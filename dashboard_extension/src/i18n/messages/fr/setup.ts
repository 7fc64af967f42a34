import type { Translated } from "../../catalogue";
import type { setup as english } from "../en/setup";

export const setup: Translated<typeof english> = {};
