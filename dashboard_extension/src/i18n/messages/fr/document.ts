import type { Translated } from "../../catalogue";
import type { document as english } from "../en/document";

export const document: Translated<typeof english> = {};
