import type { Dispatch } from "react";
import type { Change } from "./change";
import type { DraftForm } from "./form";

/** What every part of the form gets: what is typed, and how to change it. */
export interface SectionProps {
  form: DraftForm;
  dispatch: Dispatch<Change>;
}
