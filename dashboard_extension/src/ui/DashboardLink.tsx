import type { ReactNode } from "react";
import { useDashboard } from "../bridge/context";
import css from "./DashboardLink.module.css";

interface Props {
  /** A path of the dashboard, e.g. `/orders/<id>`. */
  to: string;
  label: string;
  children: ReactNode;
}

/** Leads to a page of the dashboard itself. A button: its address is not known inside the frame. */
export function DashboardLink({ to, label, children }: Props) {
  const { open } = useDashboard();
  return (
    <button type="button" className={css.link} aria-label={label} onClick={() => open(to)}>
      {children}
    </button>
  );
}

/** The dashboard's page of an order. */
export const orderPath = (id: string) => `/orders/${encodeURIComponent(id)}`;

/** The dashboard's page of a customer. */
export const customerPath = (id: string) => `/customers/${encodeURIComponent(id)}`;
