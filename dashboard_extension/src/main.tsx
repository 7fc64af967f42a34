import "@saleor/macaw-ui/style";
import "./ui/fonts.css";
import "./ui/global.css";
import { AppBridge } from "@saleor/app-sdk/app-bridge";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { Outside } from "./app/Outside";
import { preload } from "./app/routes";
import { isEmbedded } from "./bridge/embedded";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");

if (isEmbedded()) preload(window.location.pathname);

createRoot(root).render(
  // Only a frame has a dashboard around it to speak to.
  <StrictMode>{isEmbedded() ? <App bridge={new AppBridge()} /> : <Outside />}</StrictMode>,
);
