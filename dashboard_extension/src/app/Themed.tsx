import { type DefaultTheme, ThemeProvider, useTheme } from "@saleor/macaw-ui";
import { type ReactNode, useLayoutEffect } from "react";

export type Theme = "light" | "dark";

const NAMES: Readonly<Record<Theme, DefaultTheme>> = { light: "defaultLight", dark: "defaultDark" };

/** The design system in the dashboard's theme, also when that changes. */
export function Themed({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <ThemeProvider defaultTheme={NAMES[theme]}>
      <Follow theme={theme} />
      {children}
    </ThemeProvider>
  );
}

function Follow({ theme }: { theme: Theme }) {
  const { setTheme } = useTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    setTheme(NAMES[theme]);
  }, [theme, setTheme]);
  return null;
}
